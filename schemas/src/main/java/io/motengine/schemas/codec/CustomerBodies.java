package io.motengine.schemas.codec;

import io.motengine.schemas.event.CustomerErased;
import io.motengine.schemas.event.CustomerLinked;
import io.motengine.schemas.event.CustomerListed;
import io.motengine.schemas.event.ProfileUpdated;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Bodies of what the customer master sends. */
final class CustomerBodies {
    private CustomerBodies() {}

    static ProfileUpdated profileUpdated(Fields fields) throws IOException, BadEventException {
        Amounts amounts = new Amounts(fields);
        String kind = null;
        LocalDate birthDate = null;
        LocalDate openedOn = null;
        String riskGrade = null;
        String aum = null;
        String timeZone = null;
        String language = null;
        String branch = null;
        String relationshipManager = null;
        List<String> consents = null;
        List<String> labels = null;
        List<String> blocks = null;
        String preferredChannel = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "kind" -> kind = fields.oneOf(Vocabulary.CUSTOMER_KINDS);
                case "birthDate" -> birthDate = fields.date();
                case "openedOn" -> openedOn = fields.date();
                case "riskGrade" -> riskGrade = fields.oneOf(Vocabulary.RISK_GRADES);
                case "aum" -> aum = fields.decimal();
                case "currency" -> amounts.currency();
                case "timeZone" -> timeZone = timeZone(fields);
                case "language" -> language = fields.word();
                case "branch" -> branch = fields.word();
                case "relationshipManager" -> relationshipManager = fields.word();
                case "consents" -> consents = fields.words();
                case "labels" -> labels = fields.words();
                case "blocks" -> blocks = fields.words();
                case "preferredChannel" -> preferredChannel = fields.word();
                default -> fields.skip();
            }
        }
        return new ProfileUpdated(
                kind,
                birthDate,
                openedOn,
                riskGrade,
                amounts.of(aum, "aum"),
                timeZone,
                language,
                branch,
                relationshipManager,
                consents,
                labels,
                blocks,
                preferredChannel);
    }

    /** The whole list has six hundred names: a message that held it would help nobody. */
    static String timeZone(Fields fields) throws IOException, BadEventException {
        String zone = fields.word();
        if (zone != null && !Vocabulary.TIME_ZONES.contains(zone)) {
            throw fields.bad(ErrorCode.BAD_VALUE, "an IANA time zone such as Asia/Shanghai");
        }
        return zone;
    }

    static CustomerLinked customerLinked(Fields fields) throws IOException, BadEventException {
        String relation = null;
        String otherId = null;
        String otherKind = null;
        Boolean ended = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "relation" -> relation = fields.oneOf(Vocabulary.RELATIONS);
                case "otherId" -> otherId = fields.word();
                case "otherKind" -> otherKind = fields.oneOf(Vocabulary.OTHER_KINDS);
                case "ended" -> ended = fields.bool();
                default -> fields.skip();
            }
        }
        fields.required(relation, "relation", "a relation such as identity");
        fields.required(otherId, "otherId", "the id of the other side");
        fields.required(otherKind, "otherKind", "customer, device, openid or phone");
        return new CustomerLinked(relation, otherId, otherKind, ended != null && ended);
    }

    static CustomerListed customerListed(Fields fields) throws IOException, BadEventException {
        String label = null;
        Boolean listed = null;
        LocalDate until = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "label" -> label = fields.word();
                case "listed" -> listed = fields.bool();
                case "until" -> until = fields.date();
                default -> fields.skip();
            }
        }
        fields.required(label, "label", "the name of a list");
        return new CustomerListed(label, listed == null || listed, until);
    }

    static CustomerErased customerErased(Fields fields) throws IOException, BadEventException {
        String reason = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "reason" -> reason = fields.word();
                default -> fields.skip();
            }
        }
        return new CustomerErased(reason);
    }
}
