package io.motengine.schemas.codec;

/** An event breaks the contract. The message says where, what was found and what was expected. */
public final class BadEventException extends Exception {
    private static final long serialVersionUID = 1L;
    private final ErrorCode code;

    public BadEventException(ErrorCode code, String message) {
        // Thrown for each bad event of a possibly hostile stream: the stack says nothing that the message does not.
        super(message, null, false, false);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }
}
