package io.motengine.schemas.codec;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** The tokens of one JSON text, one after the other. */
interface Tokens {
    /** Moves on; null at the end of the text. */
    JsonToken next() throws IOException;

    /** Moves on to a member of the object that it is in; null at its end. */
    String nextName() throws IOException;

    JsonToken current();

    /** The text of a string or a number. */
    String text() throws IOException;

    /** The value of a whole number. */
    long number() throws IOException;

    /** Where the present token begins, in bytes. */
    int start();

    /** Moves on to the end of the object or array that has just begun; returns where it ends, in bytes. */
    int skipChildren() throws IOException;

    /** What stands here, in words that are short and safe to print. */
    String found() throws BadEventException;
}
