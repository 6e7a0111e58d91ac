package dev.verbatim.telegram.message;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The data of a callback button: what the button asks for.
///
/// A button carries it as at most 64 bytes and keeps it forever, so nothing in it points into the
/// memory of this process. An answer is named by its number in the store. Everything else that is
/// needed is in the message with the button, or in the message which that one replies to.
public sealed interface CallbackData extends ReplyMessage.Action
        permits CallbackData.AnswerCallback,
                CallbackData.ConfirmationCallback,
                CallbackData.ImportCallback,
                CallbackData.ArticlesPage,
                CallbackData.SummaryCallback,
                CallbackData.PendingCallback,
                CallbackData.AskRelated,
                SettingsCallback,
                CatchupCallback,
                CallbackData.Unknown {

    /// Something about an answer.
    sealed interface AnswerCallback extends CallbackData {}

    /// Show the passages nearest to the question in the message that the answer replies to.
    record ShowNearest() implements AnswerCallback {}

    /// Tell whether the passage that was cited is still the same.
    record CheckCitation(PassageReference reference) implements AnswerCallback {}

    /// Something about an answer in the store.
    sealed interface StoredAnswerCallback extends AnswerCallback {

        long answerId();
    }

    /// Show the passages nearest to its question.
    record ShowNearestTo(long answerId) implements StoredAnswerCallback {}

    /// Show the passage with its context.
    record ShowContext(long answerId) implements StoredAnswerCallback {}

    /// Show one of the passages found for its question.
    ///
    /// @param number 0 is the answer itself
    record ShowPassage(long answerId, int number) implements StoredAnswerCallback {}

    /// Show the passage beside one of another article that was found for its question.
    ///
    /// @param number counted from 1
    record ShowBeside(long answerId, int number) implements StoredAnswerCallback {}

    /// Rate the answer.
    record RateAnswer(long answerId, boolean helpful) implements StoredAnswerCallback {}

    /// A decision about a pending confirmation.
    sealed interface ConfirmationCallback extends CallbackData {

        long confirmationId();
    }

    /// Do what was asked about.
    record Confirm(long confirmationId) implements ConfirmationCallback {}

    /// Don't do it.
    record Cancel(long confirmationId) implements ConfirmationCallback {}

    /// Import a group's earlier messages, or don't.
    record ImportCallback(long confirmationId, boolean confirmed) implements CallbackData {}

    /// Show this page of the list of articles, counted from 0.
    record ArticlesPage(int page) implements CallbackData {}

    /// Something about summaries.
    sealed interface SummaryCallback extends CallbackData {}

    /// Show the summary of an article.
    ///
    /// @param articleHash the [TextHash] of its id
    record ShowSummary(long articleHash, SummaryLength length) implements SummaryCallback {}

    /// Show this page of the articles to choose from, counted from 0.
    record SummariesPage(int page) implements SummaryCallback {}

    /// Show this page of the news, counted from 0.
    record NewsPage(int page) implements SummaryCallback {}

    /// Ask a question that was offered after an abstention.
    ///
    /// @param articleHash the [TextHash] of the id of the article that it is about
    /// @param key of the question
    record AskRelated(long articleHash, long key) implements CallbackData {}

    /// Something about questions that are answered later.
    sealed interface PendingCallback extends CallbackData {}

    /// Tell the user when the articles answer the question; pressed again, don't.
    ///
    /// @param answerId of the answer that there is none
    record TellLater(long answerId) implements PendingCallback {}

    /// Something about the list of a user's pending questions.
    sealed interface PendingListCallback extends PendingCallback {}

    /// Show this page of them, counted from 0.
    record ShowPending(int page) implements PendingListCallback {}

    /// Delete one of them, and show this page.
    record DeletePending(long answerId, int page) implements PendingListCallback {}

    /// Delete all of them.
    record DeleteAllPending() implements PendingListCallback {}

    /// A button that this version doesn't know.
    record Unknown() implements CallbackData {}

    // A page has at most nine digits: more is no int. Thirteen base-36 digits hold every
    // non-negative number of 64 bits.
    Pattern DATA = Pattern.compile("([a-z-]++)(?: ([0-9a-z]{1,13}))?(?: ([0-9]{1,9}))?");

    /// Before the code of a citation.
    String CITATION = "cite ";

    /// A question about an article, by the hashes of both.
    Pattern RELATED = Pattern.compile("related ([0-9a-z]{1,13}) ([0-9a-z]{1,13})");

    /// Reads a button's data; [Unknown] when no button of this version carries it.
    static CallbackData parse(String data) {
        return SettingsCallback.parse(data)
                .<CallbackData>map(callback -> callback)
                .or(() -> CatchupCallback.parse(data))
                .orElseGet(() -> other(data));
    }

    private static CallbackData other(String data) {
        if (data.startsWith(CITATION)) {
            return PassageReference.decode(data.substring(CITATION.length()))
                    .<CallbackData>map(CheckCitation::new)
                    .orElseGet(Unknown::new);
        }
        Matcher parts = DATA.matcher(data);
        Matcher related = RELATED.matcher(data);
        try {
            if (related.matches()) {
                return new AskRelated(hash(related.group(1)), hash(related.group(2)));
            }
            return parts.matches() ? parse(parts.group(1), parts) : new Unknown();
        } catch (NumberFormatException e) {
            return new Unknown(); // no version has made such a button
        }
    }

    private static CallbackData parse(String name, Matcher parts) {
        return switch (name) {
            case "nearest" ->
                    parts.group(2) == null ? new ShowNearest() : new ShowNearestTo(number(parts));
            case "around" -> new ShowContext(number(parts));
            case "passage" -> new ShowPassage(number(parts), Integer.parseInt(parts.group(3)));
            case "beside" -> new ShowBeside(number(parts), Integer.parseInt(parts.group(3)));
            case "answers" -> new RateAnswer(number(parts), true);
            case "answers-not" -> new RateAnswer(number(parts), false);
            case "confirm" -> new Confirm(number(parts));
            case "cancel" -> new Cancel(number(parts));
            case "bring" -> new ImportCallback(number(parts), true);
            case "bring-not" -> new ImportCallback(number(parts), false);
            case "later" -> new TellLater(number(parts));
            case "pending" -> page(parts, ShowPending::new);
            case "pending-not" ->
                    new DeletePending(number(parts), Integer.parseInt(parts.group(3)));
            case "pending-none" -> new DeleteAllPending();
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

    private static CallbackData page(Matcher parts, IntFunction<CallbackData> callback) {
        int page = Integer.parseInt(parts.group(2));
        return parts.group(2).length() <= 9 && page >= 0 ? callback.apply(page) : new Unknown();
    }

    /// A hash may be any number of 64 bits, also a negative one.
    private static long hash(String digits) {
        return Long.parseUnsignedLong(digits, Character.MAX_RADIX);
    }

    private static CallbackData summary(Matcher parts) {
        long article = hash(parts.group(2));
        return SummaryLength.of(Integer.parseInt(parts.group(3)))
                .<CallbackData>map(length -> new ShowSummary(article, length))
                .orElseGet(Unknown::new);
    }

    /// The data as buttons carry it. The strings never change: old buttons keep working.
    default String encode() {
        return switch (this) {
            case ShowNearest() -> "nearest";
            case CheckCitation(var reference) -> CITATION + reference.encode();
            case ShowNearestTo(long answer) -> "nearest " + key(answer);
            case ShowContext(long answer) -> "around " + key(answer);
            case ShowPassage(long answer, int number) -> "passage " + key(answer) + " " + number;
            case ShowBeside(long answer, int number) -> "beside " + key(answer) + " " + number;
            case RateAnswer(long answer, boolean answers) ->
                    (answers ? "answers " : "answers-not ") + key(answer);
            case Confirm(long confirmationId) -> "confirm " + key(confirmationId);
            case Cancel(long confirmationId) -> "cancel " + key(confirmationId);
            case ImportCallback(long confirmationId, boolean confirmed) ->
                    (confirmed ? "bring " : "bring-not ") + key(confirmationId);
            case TellLater(long answer) -> "later " + key(answer);
            case ShowPending(int page) -> "pending " + page;
            case DeletePending(long answer, int page) -> "pending-not " + key(answer) + " " + page;
            case DeleteAllPending() -> "pending-none";
            case ArticlesPage(int page) -> "articles " + page;
            case AskRelated(long article, long question) ->
                    "related " + digits(article) + " " + digits(question);
            case ShowSummary(long article, var length) ->
                    "summary " + digits(article) + " " + length.sentences();
            case SummariesPage(int page) -> "summaries " + page;
            case NewsPage(int page) -> "news " + page;
            case SettingsCallback settings -> settings.encode();
            case CatchupCallback catchup -> catchup.encode();
            case Unknown() -> "unknown";
        };
    }

    private static String digits(long hash) {
        return Long.toUnsignedString(hash, Character.MAX_RADIX);
    }

    private static String key(long number) {
        return Long.toString(number, Character.MAX_RADIX);
    }

    /// The length of a summary.
    enum SummaryLength {
        SHORT(3, MessageKey.SUMMARY_SHORT),
        MEDIUM(5, MessageKey.SUMMARY_MEDIUM),
        LONG(8, MessageKey.SUMMARY_LONG);

        private final int sentences;
        private final MessageKey label;

        SummaryLength(int sentences, MessageKey label) {
            this.sentences = sentences;
            this.label = label;
        }

        /// The length with this many sentences; empty when there is none.
        static Optional<SummaryLength> of(int sentences) {
            return Arrays.stream(values()).filter(one -> one.sentences == sentences).findAny();
        }

        public int sentences() {
            return sentences;
        }

        public MessageKey label() {
            return label;
        }
    }
}
