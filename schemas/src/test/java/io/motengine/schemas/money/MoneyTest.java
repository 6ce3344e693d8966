package io.motengine.schemas.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void of_keepsTheDecimalsOfTheCurrency() {
        assertThat(Money.of("1234.5", "CNY"))
                .isEqualTo(new Money(123_450, "CNY"))
                .hasToString("1234.50 CNY");
        assertThat(Money.of("1234", "JPY")).isEqualTo(new Money(1_234, "JPY")).hasToString("1234 JPY");
        assertThat(Money.of("-0.001", "KWD")).isEqualTo(new Money(-1, "KWD")).hasToString("-0.001 KWD");
    }

    @Test
    void of_refusesWhatItCannotHold() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Money.of("0.001", "CNY"));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Money.of("1e20", "CNY"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of("1", "XYZ"))
                .withMessage("currency: XYZ (expected: an ISO 4217 code such as CNY)");
    }

    @Test
    void plusAndMinus_areExact() {
        Money one = Money.of("0.10", "CNY");

        assertThat(one.plus(one).plus(one)).isEqualTo(Money.of("0.30", "CNY"));
        assertThat(one.minus(Money.of("0.30", "CNY"))).isEqualTo(Money.of("-0.20", "CNY"));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new Money(Long.MAX_VALUE, "CNY").plus(one));
    }

    @Test
    void otherCurrency_isNeverMixedIn() {
        Money yuan = Money.zero("CNY");
        Money dollars = Money.zero("USD");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> yuan.plus(dollars))
                .withMessage("amounts in CNY and USD cannot be compared or added");
        assertThatIllegalArgumentException().isThrownBy(() -> yuan.compareTo(dollars));
    }

    @Test
    void atLeastAndBelow_countWholeUnits() {
        Money amount = Money.of("10000.00", "CNY");

        assertThat(amount.atLeast(10_000)).isTrue();
        assertThat(amount.below(10_000)).isFalse();
        assertThat(Money.of("9999.99", "CNY").below(10_000)).isTrue();
        assertThat(Money.of("10000", "JPY").atLeast(10_000)).isTrue();
    }

    @Test
    void times_isExactWhereItDecides_andSaysWhatNothingMeans() {
        Money norm = Money.of("100.00", "CNY");
        Money nothing = Money.zero("CNY");

        assertThat(Money.of("400.00", "CNY").atLeastTimes(4, norm)).isTrue();
        assertThat(Money.of("399.99", "CNY").atLeastTimes(4, norm)).isFalse();
        assertThat(Money.of("400.00", "CNY").times(norm)).isEqualTo(4.0);
        assertThat(norm.times(nothing)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(nothing.times(nothing)).isZero();
        assertThat(norm.atLeastTimes(4, nothing)).isTrue();
        assertThat(nothing.atLeastTimes(4, nothing)).isFalse();
        assertThat(new Money(Long.MAX_VALUE, "CNY").atLeastTimes(4, new Money(Long.MAX_VALUE, "CNY")))
                .isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> norm.atLeastTimes(4, Money.zero("USD")));
        assertThatIllegalArgumentException().isThrownBy(() -> nothing.times(Money.zero("USD")));
    }
}
