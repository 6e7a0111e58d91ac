package dev.verbatim.telegram.message;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The data of a catch-up's buttons.
public sealed interface CatchupCallback extends CallbackData {

    /// Show a page of one part, counted from 0.
    record ShowPage(long view, CatchupPart part, int number) implements CatchupCallback {}

    /// Send it to the user who pressed, in private, with what concerns them first.
    record SendPrivately(long view) implements CatchupCallback {}

    /// Send what is new since they looked last to the user who pressed, in private.
    record SendNew(long view) implements CatchupCallback {}

    /// Reply to a message, so that a tap on the reply leads there.
    record JumpToMessage(long message) implements CatchupCallback {}

    /// Catch up with this group.
    ///
    /// @param range as [dev.verbatim.telegram.catchup.CatchupRequest.Range#encode] has it
    record ShowGroup(long group, String range) implements CatchupCallback {}

    /// Show what this group said about the articles.
    ///
    /// @param range as in [ShowGroup]
    record ShowMap(long group, String range) implements CatchupCallback {}

    Pattern PAGE = Pattern.compile("[0-9]{1,9}+");
    Pattern DATA = Pattern.compile("cu-([a-z]++) (-?[0-9a-z]{1,13})(?: ([a-z]?[0-9]{0,9}))?");

    /// Reads a button's data; empty when it is none of these.
    static Optional<CatchupCallback> parse(String data) {
        Matcher parts = DATA.matcher(data);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            long number = Long.parseLong(parts.group(2), Character.MAX_RADIX);
            return parse(parts.group(1), number, parts.group(3) == null ? "" : parts.group(3));
        } catch (NumberFormatException e) {
            return Optional.empty(); // no version has made such a button
        }
    }

    private static Optional<CatchupCallback> parse(String name, long number, String more) {
        return switch (name) {
            case "mine" -> Optional.of(new SendPrivately(number));
            case "new" -> Optional.of(new SendNew(number));
            case "jump" -> Optional.of(new JumpToMessage(number));
            case "of" -> Optional.of(new ShowGroup(number, more));
            case "map" -> Optional.of(new ShowMap(number, more));
            default ->
                    CatchupPart.fromCode(name)
                            .filter(_ -> PAGE.matcher(more).matches())
                            .map(part -> new ShowPage(number, part, Integer.parseInt(more)));
        };
    }

    @Override
    default String encode() {
        return switch (this) {
            case ShowPage(long view, var part, int number) ->
                    "cu-" + part.code() + " " + key(view) + " " + number;
            case SendPrivately(long view) -> "cu-mine " + key(view);
            case SendNew(long view) -> "cu-new " + key(view);
            case JumpToMessage(long message) -> "cu-jump " + key(message);
            case ShowGroup(long group, String range) ->
                    ("cu-of " + key(group) + " " + range).strip();
            case ShowMap(long group, String range) ->
                    ("cu-map " + key(group) + " " + range).strip();
        };
    }

    private static String key(long number) {
        return Long.toString(number, Character.MAX_RADIX);
    }

    /// A part of a catch-up; the parts are in reading order.
    enum CatchupPart {
        /// A little of every other part.
        OVERVIEW(MessageKey.CATCHUP_OVERVIEW, 0),
        FOR_YOU(MessageKey.CATCHUP_FOR_YOU, 5),
        DECISIONS(MessageKey.CATCHUP_DECISIONS, 3),
        ACTIONS(MessageKey.CATCHUP_ACTIONS, 3),
        QUESTIONS(MessageKey.CATCHUP_QUESTIONS, 3),
        TOPICS(MessageKey.CATCHUP_TOPICS, 4),
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
}
