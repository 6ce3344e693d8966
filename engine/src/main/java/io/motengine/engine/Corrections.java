package io.motengine.engine;

import io.motengine.engine.Outcome.Status;
import io.motengine.engine.allocate.Asked;
import io.motengine.engine.allocate.Resources;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.ErrorCode;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.StockCorrected;

/** Corrections of what is counted. They are nobody's: no record is touched, and the allocator knows which it has heard of. */
final class Corrections {
    private Corrections() {}

    static Outcome of(EventEnvelope envelope, StockCorrected corrected) throws BadEventException {
        if (!Resources.isResource(envelope.subject())) {
            throw new BadEventException(
                    ErrorCode.BAD_VALUE,
                    "subject: " + envelope.subject() + " (expected: what is counted, such as benefit:bring-100)");
        }
        Effects effects = new Effects();
        effects.ask(new Asked.Correct(
                envelope.subject(),
                Cause.instance(envelope),
                corrected.change() == null ? 0 : corrected.change(),
                corrected.budgetChange() == null ? 0 : corrected.budgetChange().minor()));
        return effects.outcome(Status.DECIDED, false, false);
    }
}
