package io.motengine.schemas.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Tokens of any JSON text, with words for what is wrong with it. */
record ParsedTokens(JsonParser parser) implements Tokens {
    @Override
    public JsonToken next() throws IOException {
        return parser.nextToken();
    }

    @Override
    public String nextName() throws IOException {
        return parser.nextFieldName();
    }

    @Override
    public JsonToken current() {
        return parser.currentToken();
    }

    @Override
    public String text() throws IOException {
        return parser.getText();
    }

    @Override
    public long number() throws IOException {
        return parser.getLongValue();
    }

    @Override
    public int start() {
        return (int) parser.currentTokenLocation().getByteOffset();
    }

    @Override
    public int skipChildren() throws IOException {
        parser.skipChildren();
        return (int) parser.currentLocation().getByteOffset();
    }

    @Override
    public String found() throws BadEventException {
        return Complaint.found(parser);
    }
}
