package dev.verbatim.telegram.message;

import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a button asks for.
///
/// A button carries it as at most 64 bytes and keeps it for ever, so nothing in it points into the
/// memory of this process: an answer is named by its number in the store, and what else is needed
/// is in the message the button hangs on, and the one that message replies to.
public sealed interface CallbackData extends ReplyMessage.Action {

    /// Show the passages that came nearest to the question.
    record Nearest() implements CallbackData {}

    /// Do something with an answer in the store.
    sealed interface OfAnswer extends CallbackData {

        long answer();
    }

    /// Show the passages that came nearest to its question.
    record NearestTo(long answer) implements OfAnswer {}

    /// Show it with what stands around it.
    record Around(long answer) implements OfAnswer {}

    /// Show a passage that came up for its question.
    ///
    /// @param number 0 is the answer itself
    record Passages(long answer, int number) implements OfAnswer {}

    /// Say whether it is one.
    record Judge(long answer, boolean answers) implements OfAnswer {}

    /// Settle what an editor was asked about.
    sealed interface OfProposal extends CallbackData {

        long proposal();
    }

    /// Do it.
    record Confirm(long proposal) implements OfProposal {}

    /// Don't.
    record Cancel(long proposal) implements OfProposal {}

    /// Add what was said in a group before, or don't.
    record Bring(long proposal, boolean yes) implements CallbackData {}

    /// Show this page of the list of articles, counted from 0.
    record Articles(int page) implements CallbackData {}

    /// Do something about summaries.
    sealed interface OfSummary extends CallbackData {}

    /// Show the summary of an article.
    ///
    /// @param article the fingerprint of its id
    record Summary(long article, SummaryLength length) implements OfSummary {}

    /// Show this page of the articles to choose from, counted from 0.
    record Summaries(int page) implements OfSummary {}

    /// Show this page of what is new, counted from 0.
    record News(int page) implements OfSummary {}

    /// Show or change the chat's settings.
    record Settings(SettingsCallback choice) implements CallbackData {}

    /// Show something of what a group said.
    record Catchup(CatchupCallback choice) implements CallbackData {}

    /// A button that this version doesn't know.
    record Unknown() implements CallbackData {}

    // Nine digits at most: more would not be a page, nor an int. Thirteen are all numbers of 64
    // bits
    // that aren't negative.
    Pattern DATA = Pattern.compile("([a-z-]+)(?: ([0-9a-z]{1,13}))?(?: ([0-9]{1,9}))?");

    static CallbackData of(String data) {
        return SettingsCallback.of(data)
                .<CallbackData>map(Settings::new)
                .or(() -> CatchupCallback.of(data).map(Catchup::new))
                .orElseGet(() -> other(data));
    }

    private static CallbackData other(String data) {
        Matcher parts = DATA.matcher(data);
        if (!parts.matches()) {
            return new Unknown();
        }
        try {
            return of(parts.group(1), parts);
        } catch (NumberFormatException e) {
            return new Unknown(); // nobody has made such a button
        }
    }

    private static CallbackData of(String name, Matcher parts) {
        return switch (name) {
            case "nearest" -> parts.group(2) == null ? new Nearest() : new NearestTo(number(parts));
            case "around" -> new Around(number(parts));
            case "passage" -> new Passages(number(parts), Integer.parseInt(parts.group(3)));
            case "answers" -> new Judge(number(parts), true);
            case "answers-not" -> new Judge(number(parts), false);
            case "confirm" -> new Confirm(number(parts));
            case "cancel" -> new Cancel(number(parts));
            case "bring" -> new Bring(number(parts), true);
            case "bring-not" -> new Bring(number(parts), false);
            case "articles" -> page(parts, Articles::new);
            case "summary" -> summary(parts);
            case "summaries" -> page(parts, Summaries::new);
            case "news" -> page(parts, News::new);
            default -> new Unknown();
        };
    }

    private static long number(Matcher parts) {
        return Long.parseLong(parts.group(2), Character.MAX_RADIX);
    }

    private static CallbackData page(Matcher parts, IntFunction<CallbackData> press) {
        int page = Integer.parseInt(parts.group(2));
        return parts.group(2).length() <= 9 && page >= 0 ? press.apply(page) : new Unknown();
    }

    /// A fingerprint may be any number of 64 bits, a negative one too.
    private static CallbackData summary(Matcher parts) {
        long article = Long.parseUnsignedLong(parts.group(2), Character.MAX_RADIX);
        return SummaryLength.of(Integer.parseInt(parts.group(3)))
                .<CallbackData>map(length -> new Summary(article, length))
                .orElseGet(Unknown::new);
    }

    default String data() {
        return switch (this) {
            case Nearest() -> "nearest";
            case NearestTo(long answer) -> "nearest " + key(answer);
            case Around(long answer) -> "around " + key(answer);
            case Passages(long answer, int number) -> "passage " + key(answer) + " " + number;
            case Judge(long answer, boolean answers) ->
                    (answers ? "answers " : "answers-not ") + key(answer);
            case Confirm(long proposal) -> "confirm " + key(proposal);
            case Cancel(long proposal) -> "cancel " + key(proposal);
            case Bring(long proposal, boolean yes) ->
                    (yes ? "bring " : "bring-not ") + key(proposal);
            case Articles(int page) -> "articles " + page;
            case Summary(long article, var length) ->
                    "summary "
                            + Long.toUnsignedString(article, Character.MAX_RADIX)
                            + " "
                            + length.sentences();
            case Summaries(int page) -> "summaries " + page;
            case News(int page) -> "news " + page;
            case Settings(var choice) -> choice.data();
            case Catchup(var choice) -> choice.data();
            case Unknown() -> "unknown";
        };
    }

    private static String key(long number) {
        return Long.toString(number, Character.MAX_RADIX);
    }
}
