package dev.verbatim.answer;

import dev.verbatim.answer.AnswerDecision.Explanation;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Publication;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.library.ValidationWarning;
import dev.verbatim.language.Language;
import dev.verbatim.language.TranslatedQuestion;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A catalog of the bot's own words in the reader's language. Everything else that it says is
/// quoted.
///
/// The words are the section `message` of a language's file; a reader of a language without a file
/// gets them in English. Thread-safe.
public final class MessageCatalog {

    private static final String SECTION = "message.";
    private static final int MAX_LINE = 200;

    // Control characters would break the line, and bidirectional controls would reorder what
    // follows.
    // Joiners stay: emoji and Persian are spelled with them.
    private static final Pattern UNSAFE =
            Pattern.compile("[\\p{Cc}\\p{Z}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]++");

    // The letters listed are drawn as blanks.
    private static final Pattern VISIBLE =
            Pattern.compile("[^\\p{C}\\p{Z}\\p{M}\\u115F\\u1160\\u2800\\u3164\\uFFA0]");

    // Single ones are left out: within double ones they are right, and most are apostrophes.
    private static final String QUOTATION_MARKS = "\"“”„‟«»〝〞〟『』「」＂";

    private final Locale reader;
    private final Language language;

    private MessageCatalog(Locale reader) {
        this.reader = reader.getLanguage().isEmpty() ? Locale.ENGLISH : reader;
        this.language = Language.orEnglish(reader);
    }

    /// The catalog for a reader.
    ///
    /// @param reader the reader's language, with or without a country; [Locale#ROOT] when unknown
    public static MessageCatalog in(Locale reader) {
        return new MessageCatalog(reader);
    }

    /// The languages of the catalog, sorted by their codes.
    public static List<Locale> languages() {
        return Language.withFile().stream().map(Language::code).sorted().map(Locale::of).toList();
    }

    /// The reply to a message that asks nothing.
    public String to(Answer.Intent intent) {
        return say("remark." + intent.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /// The message that the articles do not answer, and what was searched.
    public String notFound(Answer.NotFound answer) {
        if (answer.searchedPassages() == 0) {
            return say("not-found.nothing-to-search");
        }
        if (!answer.translations().isEmpty()) {
            return say(
                    "translated.not-found",
                    count("articles", answer.searchedArticles()),
                    count("passages", answer.searchedPassages()),
                    answer.translations().stream()
                            .map(translation -> name(translation.to()))
                            .collect(Collectors.joining(", ")),
                    searched(answer.translations()));
        }
        return say(
                "not-found",
                count("articles", answer.searchedArticles()),
                count("passages", answer.searchedPassages()));
    }

    /// The line that says in which language the article is, and which words were looked for in it;
    /// empty for a question in its language.
    public String translated(@Nullable TranslatedQuestion translation) {
        return translation == null
                ? ""
                : say("translated.found", name(translation.to()), searched(List.of(translation)));
    }

    private String name(Language other) {
        return other.locale().getDisplayLanguage(language.locale());
    }

    private static String searched(List<TranslatedQuestion> translations) {
        String words =
                translations.stream()
                        .flatMap(translation -> translation.searched().stream())
                        .distinct()
                        .collect(Collectors.joining(", "));
        return words.isEmpty() ? "?" : onOneLine(words);
    }

    /// The label above a closest passage.
    public String closest() {
        return say("closest");
    }

    /// The outcome of a question, its confidence, and the thresholds.
    public String to(Explanation explanation) {
        AnswerDecision answerDecision = explanation.decision();
        if (answerDecision.rerankedPassages().isEmpty()) {
            return say("why.nothing");
        }
        String key =
                switch (answerDecision.outcome()) {
                    case ANSWERED -> "why.answered";
                    case CLOSEST -> "why.closest";
                    case NOT_FOUND -> "why.not-found";
                };
        String decision =
                say(
                        key,
                        hundredths(answerDecision.confidence()),
                        hundredths(explanation.confidenceThreshold().answering()),
                        hundredths(explanation.confidenceThreshold().offering()));
        return answerDecision.rerankedPassages().readerOutputs().isEmpty()
                ? decision + " " + say("why.unread")
                : decision;
    }

    private static String hundredths(double probability) {
        return String.format(Locale.ROOT, "%.2f", probability);
    }

    /// The line in place of the speaker when a user asked for one and the article names none.
    public String nobodyNamed() {
        return say("who-said.nobody");
    }

    /// The label above near passages that are no answers.
    public String nearestButNoAnswer() {
        return say("not-found.nearest");
    }

    /// A user's name on one line; where nothing of it can be seen, the user name or `?`.
    public static String name(String name, @Nullable String username) {
        String line = onOneLine(name);
        return line.isEmpty() ? Objects.requireNonNullElse(username, "?") : line;
    }

    /// What others wrote, such as a title or a name, made safe to appear on a line with the bot's
    /// own words: one line of at most 200 UTF-16 units, shortened with an ellipsis, never inside a
    /// character. Empty when nothing of it can be seen.
    public static String onOneLine(String text) {
        String line = UNSAFE.matcher(text).replaceAll(" ").strip();
        if (!VISIBLE.matcher(line).find()) {
            return "";
        }
        if (line.length() <= MAX_LINE) {
            return line;
        }
        int end = MAX_LINE - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end)
                        .strip()
                + "…";
    }

    /// A warning for the editor of an article.
    public String to(ValidationWarning warning) {
        return switch (warning) {
            case ValidationWarning.MissingDate() -> say("doubt.no-date");
            case ValidationWarning.MissingUrl() -> say("doubt.no-address");
            case ValidationWarning.UnknownLanguage() -> say("doubt.language-unknown");
            case ValidationWarning.UncertainLanguage(Locale taken, Locale likely) ->
                    say("doubt.language-uncertain", name(taken), name(likely));
            case ValidationWarning.UnsupportedLanguage(Locale spoken) ->
                    say("doubt.language-not-spoken", name(spoken));
            case ValidationWarning.LongParagraphs(int over, int paragraphs, int first) ->
                    say("doubt.long-paragraphs", over, paragraphs, first);
            case ValidationWarning.UnattributedQuotations(int quotations, int first) ->
                    say("doubt.speakers-unknown", quotations, first);
            case ValidationWarning.OmittedText(int pieces, String first) ->
                    say("doubt.left-out", pieces, onOneLine(first));
            case ValidationWarning.TakenShare share ->
                    say(
                            share.isSmall() ? "doubt.little-taken" : "doubt.share-taken",
                            share.percent(),
                            onOneLine(share.element()));
            case ValidationWarning.OmittedFact(String problem) ->
                    say("doubt.fact-left-out", onOneLine(problem));
            case ValidationWarning.DuplicateText(ArticleInfo other) ->
                    say("doubt.same-text", title(other), other.articleId());
            case ValidationWarning.SimilarName(ArticleInfo other) ->
                    say("doubt.similar-name", title(other), other.articleId());
        };
    }

    private static String title(ArticleInfo article) {
        return onOneLine(article.publication().title());
    }

    private String name(Locale other) {
        return other.getDisplayName(language.locale());
    }

    /// The source of a passage on one line: `title · publisher · date · ¶18`, without what isn't
    /// known.
    public String source(Passage passage) {
        return source(passage.article().publication()) + " · ¶" + passage.paragraph();
    }

    /// An article on one line: `title · publisher · date`, without what isn't known.
    public String source(Publication publication) {
        LocalDate published = publication.published();
        return Stream.of(
                        onOneLine(publication.title()),
                        onOneLine(Objects.requireNonNullElse(publication.publisher(), "")),
                        published == null ? "" : date(published))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /// The speaker on one line: `— Julianne Smith, US ambassador to NATO`.
    public String speaker(Speaker speaker) {
        String role = onOneLine(Objects.requireNonNullElse(speaker.role(), ""));
        return "— " + onOneLine(speaker.name()) + (role.isEmpty() ? "" : ", " + role);
    }

    /// A date in the reader's own language, even when the catalog has no words in it.
    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(reader.stripExtensions())
                .format(day);
    }

    /// A short date without the year.
    public String shortDate(LocalDate day) {
        return DateTimeFormatter.ofLocalizedPattern("MMMd")
                .withLocale(reader.stripExtensions())
                .format(day);
    }

    /// Quotes words in the language's marks. Words that come with marks at both ends get no others,
    /// and words with one at an end get those for a quotation within another: double marks look
    /// like a mistake, and the words themselves stay as they are.
    public String quoted(String words) {
        boolean opened = !words.isEmpty() && isMark(words.charAt(0));
        boolean closed = !words.isEmpty() && isMark(words.charAt(words.length() - 1));
        if (opened && closed) {
            return words;
        }
        return say(opened || closed ? "quoted-within" : "quoted", words);
    }

    private static boolean isMark(char unit) {
        return QUOTATION_MARKS.indexOf(unit) >= 0;
    }

    /// The message with a key.
    ///
    /// @param arguments for the placeholders `{0}`, `{1}`…; numbers are formatted as the language
    ///   writes them
    /// @throws java.util.MissingResourceException when there is no such message
    public String say(String key, Object... arguments) {
        return new MessageFormat(language.file().text(SECTION + key), language.locale())
                .format(arguments);
    }

    /// A count of things: `1 article`, `2 articles`.
    ///
    /// CLDR has a form of its own for whole millions in French, Spanish and Italian, which need no
    /// line: the form `other` is used.
    ///
    /// @param things the key's beginning, such as `articles`
    public String count(String things, int count) {
        String form = things + "." + language.pluralForm(count);
        return say(language.file().has(SECTION + form) ? form : things + ".other", count);
    }
}
