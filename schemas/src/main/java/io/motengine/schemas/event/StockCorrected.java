package io.motengine.schemas.event;

import io.motengine.schemas.money.Money;

/**
 * There is more or less of something counted than the engine can know: coupons were handed out by hand, a quota was raised. The
 * event's subject is no customer, but what is counted: {@code benefit:bring-100}, {@code quota:steady-90}.
 *
 * @param change how many more there are, negative for fewer; null for none
 * @param budgetChange how much more may be spent, negative for less; null for none
 * @param reason in plain words; null if none is given
 */
public record StockCorrected(Long change, Money budgetChange, String reason) implements EventBody {}
