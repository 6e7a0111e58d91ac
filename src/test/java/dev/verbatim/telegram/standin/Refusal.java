package dev.verbatim.telegram.standin;

import java.util.Map;

/// An error as the Bot API says it.
final class Refusal extends Exception {

    private static final long serialVersionUID = 1;

    final int code;
    final String description;
    final transient Map<String, Object> parameters;

    Refusal(int code, String description, Map<String, Object> parameters) {
        super(code + " " + description);
        this.code = code;
        this.description = description;
        this.parameters = parameters;
    }

    static Refusal badRequest(String reason) {
        return new Refusal(400, "Bad Request: " + reason, Map.of());
    }
}
