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
    record ShowNearest() implements CallbackData {}

    /// Do something with an answer in the store.
    sealed interface AnswerCallback extends CallbackData {

        long answerId();
    }

    /// Show the passages that came nearest to its question.
    record ShowNearestTo(long answerId) implements AnswerCallback {}

    /// Show it with what stands around it.
    record ShowContext(long answerId) implements AnswerCallback {}

    /// Show a passage that came up for its question.
    ///
    /// @param number 0 is the answer itself
    record ShowPassage(long answerId, int number) implements AnswerCallback {}

    /// Say whether it is one.
    record RateAnswer(long answerId, boolean helpful) implements AnswerCallback {}

    /// Settle what an editor was asked about.
    sealed interface ConfirmationCallback extends CallbackData {

        long confirmationId();
    }

    /// Do it.
    record Confirm(long confirmationId) implements ConfirmationCallback {}

    /// Don't.
    record Cancel(long confirmationId) implements ConfirmationCallback {}

    /// Add what was said in a group before, or don't.
    record ImportCallback(long confirmationId, boolean confirmed) implements CallbackData {}

    /// Show this page of the list of articles, counted from 0.
    record ArticlesPage(int page) implements CallbackData {}

    /// Do something about summaries.
    sealed interface SummaryCallback extends CallbackData {}

    /// Show the summary of an article.
    ///
    /// @param articleHash the fingerprint of its id
    record ShowSummary(long articleHash, SummaryLength length) implements SummaryCallback {}

    /// Show this page of the articles to choose from, counted from 0.
    record SummariesPage(int page) implements SummaryCallback {}

    /// Show this page of what is new, counted from 0.
    record NewsPage(int page) implements SummaryCallback {}

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

    static CallbackData parse(String data) {
        return SettingsCallback.parse(data)
                .<CallbackData>map(Settings::new)
                .or(() -> CatchupCallback.parse(data).map(Catchup::new))
                .orElseGet(() -> other(data));
    }

    private static CallbackData other(String data) {
        Matcher parts = DATA.matcher(data);
        if (!parts.matches()) {
            return new Unknown();
        }
        try {
            return parse(parts.group(1), parts);
        } catch (NumberFormatException e) {
            return new Unknown(); // nobody has made such a button
        }
    }

    private static CallbackData parse(String name, Matcher parts) {
        return switch (name) {
            case "nearest" ->
                    parts.group(2) == null ? new ShowNearest() : new ShowNearestTo(number(parts));
            case "around" -> new ShowContext(number(parts));
            case "passage" -> new ShowPassage(number(parts), Integer.parseInt(parts.group(3)));
            case "answers" -> new RateAnswer(number(parts), true);
            case "answers-not" -> new RateAnswer(number(parts), false);
            case "confirm" -> new Confirm(number(parts));
            case "cancel" -> new Cancel(number(parts));
            case "bring" -> new ImportCallback(number(parts), true);
            case "bring-not" -> new ImportCallback(number(parts), false);
            case "articles" -> page(parts, ArticlesPage::new);
            case "summary" -> summary(parts);
            case "summaries" -> page(parts, SummariesPage::new);
            case "news" -> page(parts, NewsPage::new);
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
                .<CallbackData>map(length -> new ShowSummary(article, length))
                .orElseGet(Unknown::new);
    }

    default String encode() {
        return switch (this) {
            case ShowNearest() -> "nearest";
            case ShowNearestTo(long answer) -> "nearest " + key(answer);
            case ShowContext(long answer) -> "around " + key(answer);
            case ShowPassage(long answer, int number) -> "passage " + key(answer) + " " + number;
            case RateAnswer(long answer, boolean answers) ->
                    (answers ? "answers " : "answers-not ") + key(answer);
            case Confirm(long proposal) -> "confirm " + key(proposal);
            case Cancel(long proposal) -> "cancel " + key(proposal);
            case ImportCallback(long proposal, boolean yes) ->
                    (yes ? "bring " : "bring-not ") + key(proposal);
            case ArticlesPage(int page) -> "articles " + page;
            case ShowSummary(long article, var length) ->
                    "summary "
                            + Long.toUnsignedString(article, Character.MAX_RADIX)
                            + " "
                            + length.sentences();
            case SummariesPage(int page) -> "summaries " + page;
            case NewsPage(int page) -> "news " + page;
            case Settings(var choice) -> choice.encode();
            case Catchup(var choice) -> choice.encode();
            case Unknown() -> "unknown";
        };
    }

    private static String key(long number) {
        return Long.toString(number, Character.MAX_RADIX);
    }
}
