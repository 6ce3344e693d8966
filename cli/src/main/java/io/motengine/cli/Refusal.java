package io.motengine.cli;

/**
 * The command cannot do what was asked, for a reason that the caller can change. The message is a sentence for a person: it is
 * printed as it stands, without a stack.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Refusal(String message) {
        super(message);
    }

    public Refusal(String message, Throwable cause) {
        super(message, cause);
    }
}
