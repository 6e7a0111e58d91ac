package dev.verbatim.telegram.message;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A part of a catch-up; the parts are in reading order.
public enum CatchupPart {
    /// A little of every other part.
    OVERVIEW(MessageKey.CATCHUP_OVERVIEW, 0),
    FOR_YOU(MessageKey.CATCHUP_FOR_YOU, 5),
    TOPICS(MessageKey.CATCHUP_TOPICS, 4),
    DECISIONS(MessageKey.CATCHUP_DECISIONS, 3),
    ACTIONS(MessageKey.CATCHUP_ACTIONS, 3),
    QUESTIONS(MessageKey.CATCHUP_QUESTIONS, 3),
    ANSWERED(MessageKey.CATCHUP_ANSWERED, 2),
    LINKS(MessageKey.CATCHUP_LINKS, 3),
    ARTICLES(MessageKey.CATCHUP_ARTICLES, 3);

    private final MessageKey title;
    private final int overviewLimit;

    CatchupPart(MessageKey title, int inOverview) {
        this.title = title;
        this.overviewLimit = inOverview;
    }

    /// All parts but the overview.
    public static List<CatchupPart> details() {
        return Arrays.stream(values()).filter(part -> part != OVERVIEW).toList();
    }

    /// The part with that code; empty when there is none.
    static Optional<CatchupPart> fromCode(String code) {
        return Arrays.stream(values()).filter(part -> part.code().equals(code)).findAny();
    }

    /// The code in callback data, which never changes.
    String code() {
        return name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    public MessageKey title() {
        return title;
    }

    /// How many items of this part the overview shows at most.
    public int overviewLimit() {
        return overviewLimit;
    }
}
