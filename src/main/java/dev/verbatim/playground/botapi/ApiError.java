package dev.verbatim.playground.botapi;

import tools.jackson.databind.node.ObjectNode;

/// An error response to a call, in the real server's words.
final class ApiError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int code;
    private final transient ObjectNode body;

    private ApiError(int code, String description) {
        super(description, null, false, false);
        this.code = code;
        body = JsonTrees.error(code, description);
    }

    int code() {
        return code;
    }

    /// The JSON body of the response.
    ObjectNode body() {
        return body.deepCopy();
    }

    /// @param reason its first letter is lowered, unless it is a code such as
    ///   `BUTTON_DATA_INVALID`; as on the real server, the second letter decides
    static ApiError badRequest(String reason) {
        return new ApiError(400, "Bad Request: " + lowered(reason));
    }

    static ApiError forbidden(String reason) {
        return new ApiError(403, "Forbidden: " + lowered(reason));
    }

    static ApiError unauthorized() {
        return new ApiError(401, "Unauthorized");
    }

    static ApiError malformedToken() {
        return new ApiError(401, "Unauthorized: invalid token specified");
    }

    static ApiError unknownPath() {
        return new ApiError(404, "Not Found");
    }

    /// The real server says no more than "method not found".
    static ApiError unknownMethod(String name) {
        return new ApiError(
                404, "Not Found: method not found: this stand-in has no method \"" + name + "\"");
    }

    /// For a feature that the real server has and this one doesn't.
    static ApiError unsupported(String what) {
        return new ApiError(400, "Bad Request: this stand-in doesn't support " + what);
    }

    static ApiError tooLarge() {
        return new ApiError(413, "Request Entity Too Large");
    }

    static ApiError otherPoller() {
        return new ApiError(
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot"
                        + " instance is running");
    }

    static ApiError webhookActive() {
        return new ApiError(
                409,
                "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook"
                        + " to delete the webhook first");
    }

    static ApiError flood(long seconds) {
        var apiError = new ApiError(429, "Too Many Requests: retry after " + seconds);
        apiError.body.putObject("parameters").put("retry_after", seconds);
        return apiError;
    }

    static ApiError migrated(long chatId) {
        ApiError apiError = badRequest("group chat was upgraded to a supergroup chat");
        apiError.body.putObject("parameters").put("migrate_to_chat_id", chatId);
        return apiError;
    }

    private static String lowered(String reason) {
        char second = reason.length() > 1 ? reason.charAt(1) : ' ';
        boolean isCode = second == '_' || (second >= 'A' && second <= 'Z');
        return isCode ? reason : Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
    }
}
