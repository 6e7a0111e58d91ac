package dev.verbatim.telegram.delivery;

/// How the line to Telegram can stand, and what to do about it.
enum ConnectionStatus {
    STARTING("waiting for the articles to be read", ""),
    CONNECTED("connected", ""),
    UNREACHABLE("not reachable", "Trying again until it is"),
    WRONG_TOKEN("the token is refused", "Check TELEGRAM_BOT_TOKEN against what BotFather says"),
    CONFLICT(
            "somebody else takes this bot's updates",
            "Stop the other instance: a token serves one at a time"),
    FLOODED("we are told to wait", "Trying again after that"),
    NO_BOT_API(
            "what answers is no Bot API server, or is out of order",
            "Check verbatim.telegram.api-url; trying again meanwhile"),
    BAD_ADDRESS(
            "off, since its address can't be used",
            "Write verbatim.telegram.api-url as https://api.telegram.org"),
    WEBHOOK_REFUSED(
            "the webhook is refused",
            "Check verbatim.telegram.webhook.url: https, and ending in /telegram/updates"),
    STORE_FAILING(
            "updates can't be written down, so none is taken",
            "Make room on the disk of verbatim.data-dir; they wait at Telegram meanwhile"),
    STOPPED("stopped", "");

    private final String summary;
    private final String advice;

    ConnectionStatus(String summary, String advice) {
        this.summary = summary;
        this.advice = advice;
    }

    /// What the operator should do; empty when there is nothing to do.
    String advice() {
        return advice;
    }

    /// Whether this is how it should be, or will be soon.
    boolean isFine() {
        return advice.isEmpty();
    }

    /// One line for the log.
    ///
    /// @param detail what was seen; empty when there is nothing to add
    String line(String detail) {
        return "Telegram: "
                + summary
                + (detail.isEmpty() ? "" : " (" + detail + ")")
                + "."
                + (advice.isEmpty() ? "" : " " + advice + ".");
    }
}
