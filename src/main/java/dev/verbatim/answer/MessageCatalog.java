package dev.verbatim.answer;

import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Publication;
import dev.verbatim.article.Speaker;
import dev.verbatim.article.library.ValidationWarning;
import dev.verbatim.language.Language;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The bot's own words, in the reader's language. Everything else it says is quoted.
///
/// The words are the section `message` of a language's file; a reader of a language without a file
/// gets them in English. Thread-safe.
public final class MessageCatalog {

    private static final String SECTION = "message.";

    private final Locale reader;
    private final Language language;

    private MessageCatalog(Locale reader) {
        this.reader = reader.getLanguage().isEmpty() ? Locale.ENGLISH : reader;
        this.language = Language.orEnglish(reader);
    }

    /// The words for a reader.
    ///
    /// @param reader the reader's language, with or without a country; [Locale#ROOT] when unknown
    public static MessageCatalog in(Locale reader) {
        return new MessageCatalog(reader);
    }

    /// The languages that there are words in, English among them, in the order of their codes.
    public static List<Locale> languages() {
        return Language.withFile().stream().map(Language::code).sorted().map(Locale::of).toList();
    }

    /// The reply to what was no question.
    public String to(NonQuestionIntent intent) {
        return say("remark." + intent.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /// That the articles do not answer, and what was searched.
    public String notFound(Answer.NotFound answer) {
        if (answer.searchedPassages() == 0) {
            return say("not-found.nothing-to-search");
        }
        return say(
                "not-found",
                count("articles", answer.searchedArticles()),
                count("passages", answer.searchedPassages()));
    }

    /// What stands above a passage that comes close, and may not say what was asked.
    public String closest() {
        return say("closest");
    }

    /// What came of a question, and from which confidence on something else would have.
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

    /// What stands in the place of a speaker when somebody asked for one and the article names
    /// nobody.
    public String nobodyNamed() {
        return say("who-said.nobody");
    }

    /// What stands above passages that are near, but no answer.
    public String nearestButNoAnswer() {
        return say("not-found.nearest");
    }

    /// What others wrote (a title, a name), fit to stand on a line with our words.
    public static String onOneLine(String text) {
        return SingleLineText.of(text);
    }

    /// What an editor should have a look at in an article.
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
                    say("doubt.left-out", pieces, SingleLineText.of(first));
            case ValidationWarning.DuplicateText(ArticleInfo other) ->
                    say(
                            "doubt.same-text",
                            SingleLineText.of(other.publication().title()),
                            other.articleId());
        };
    }

    private String name(Locale other) {
        return other.getDisplayName(language.locale());
    }

    /// Where a passage stands, on one line: `title · publisher · date · ¶18`, without what isn't
    /// known.
    public String source(Passage passage) {
        return source(passage.article().publication()) + " · ¶" + passage.paragraph();
    }

    /// An article on one line: `title · publisher · date`, without what isn't known.
    public String source(Publication publication) {
        LocalDate published = publication.published();
        return Stream.of(
                        SingleLineText.of(publication.title()),
                        SingleLineText.of(Objects.requireNonNullElse(publication.publisher(), "")),
                        published == null ? "" : date(published))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /// Who said the words, on one line: `— Julianne Smith, US ambassador to NATO`.
    public String speaker(Speaker speaker) {
        String role = SingleLineText.of(Objects.requireNonNullElse(speaker.role(), ""));
        return "— " + SingleLineText.of(speaker.name()) + (role.isEmpty() ? "" : ", " + role);
    }

    /// A day as it is written in the reader's language, even when our words are not in it.
    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(reader.stripExtensions())
                .format(day);
    }

    /// The same, short and without the year.
    public String shortDate(LocalDate day) {
        return DateTimeFormatter.ofLocalizedPattern("MMMd")
                .withLocale(reader.stripExtensions())
                .format(day);
    }

    /// The words of one line of the file.
    ///
    /// @param arguments for the places `{0}`, `{1}`…; put in as they are, numbers as the language
    ///   writes them
    /// @throws java.util.MissingResourceException when there is no such line
    public String say(String key, Object... arguments) {
        return new MessageFormat(language.file().text(SECTION + key), language.locale())
                .format(arguments);
    }

    /// A number of things: `1 article`, `2 articles`.
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
