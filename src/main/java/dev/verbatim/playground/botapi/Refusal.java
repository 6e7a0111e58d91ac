package dev.verbatim.playground.botapi;

import tools.jackson.databind.node.ObjectNode;

/// A call that is refused, in the real server's words.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int code;
    private final transient ObjectNode answer;

    private Refusal(int code, String description) {
        super(description, null, false, false);
        this.code = code;
        answer = Json.error(code, description);
    }

    int code() {
        return code;
    }

    /// The body of the answer.
    ObjectNode answer() {
        return answer.deepCopy();
    }

    /// A reason as the server's inside gives it. Its first letter becomes a small one, unless it is
    /// a code, such as `BUTTON_DATA_INVALID`: as on the real server, this is seen by the second
    /// letter.
    static Refusal badRequest(String reason) {
        return new Refusal(400, "Bad Request: " + lowered(reason));
    }

    static Refusal forbidden(String reason) {
        return new Refusal(403, "Forbidden: " + lowered(reason));
    }

    static Refusal unauthorized() {
        return new Refusal(401, "Unauthorized");
    }

    static Refusal malformedToken() {
        return new Refusal(401, "Unauthorized: invalid token specified");
    }

    static Refusal unknownPath() {
        return new Refusal(404, "Not Found");
    }

    static Refusal unknownMethod() {
        return new Refusal(404, "Not Found: method not found");
    }

    static Refusal tooLarge() {
        return new Refusal(413, "Request Entity Too Large");
    }

    static Refusal otherPoller() {
        return new Refusal(
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot"
                        + " instance is running");
    }

    static Refusal webhookActive() {
        return new Refusal(
                409,
                "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to"
                        + " delete the webhook first");
    }

    static Refusal flood(long seconds) {
        var refusal = new Refusal(429, "Too Many Requests: retry after " + seconds);
        refusal.answer.putObject("parameters").put("retry_after", seconds);
        return refusal;
    }

    static Refusal migrated(long chatId) {
        Refusal refusal = badRequest("group chat was upgraded to a supergroup chat");
        refusal.answer.putObject("parameters").put("migrate_to_chat_id", chatId);
        return refusal;
    }

    private static String lowered(String reason) {
        char second = reason.length() > 1 ? reason.charAt(1) : ' ';
        boolean isCode = second == '_' || (second >= 'A' && second <= 'Z');
        return isCode ? reason : Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
    }
}
