package dev.verbatim.telegram.summaries;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.Answerer;
import dev.verbatim.article.Article;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.Passage;
import dev.verbatim.quotation.SourceComparison;
import dev.verbatim.retrieval.Question;
import dev.verbatim.summary.Summarizer;
import dev.verbatim.telegram.answering.AnswerStore;
import dev.verbatim.telegram.answering.CurrentArticles;
import dev.verbatim.telegram.answering.SideBySide;
import dev.verbatim.telegram.answering.StoredAnswer;
import dev.verbatim.telegram.answering.StoredAnswer.Outcome.Shown;
import dev.verbatim.telegram.chat.CommandHandler;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.PassageReference.Resolution;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.update.Command;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.Incoming.RepliedTo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A handler that compares: the articles named after `/compare`, or the passage of the answer that
/// it replies to with that of another article that answers the same. Thread-safe.
public final class CompareHandler implements CommandHandler {

    private static final String SEPARATORS = "|,;\n";

    private final CurrentArticles articles;
    private final Answerer answerer;
    private final AnswerStore answers;
    private final Summarizer summarizer;

    public CompareHandler(
            CurrentArticles articles,
            Answerer answerer,
            AnswerStore answers,
            Summarizer summarizer) {
        this.articles = articles;
        this.answerer = answerer;
        this.answers = answers;
        this.summarizer = summarizer;
    }

    @Override
    public Map<Command, Action> commands() {
        return Map.of(
                Command.COMPARE, (command, responder) -> responder.send(reply(command, responder)));
    }

    private ReplyMessage reply(Incoming.Commanded command, Responder responder) {
        String words = command.payload().strip();
        Optional<StoredAnswer> answer =
                Optional.ofNullable(command.repliedTo())
                        .filter(RepliedTo::ours)
                        .flatMap(
                                ours ->
                                        answers.findByMessage(
                                                command.context().chatId(), ours.messageId()));
        return words.isEmpty() && answer.isPresent()
                ? besides(answer.get(), responder)
                : compared(words, responder);
    }

    /// The same question, asked of all other articles.
    private ReplyMessage besides(StoredAnswer answer, Responder responder) {
        Optional<Passage> own = passage(answer);
        String question = answer.standaloneQuestion();
        if (own.isEmpty() || question.isEmpty()) {
            return responder.text(MessageKey.COMPARE_USAGE);
        }
        Set<String> others =
                articles.list(responder.settings()).stream()
                        .map(ArticleInfo::articleId)
                        .filter(id -> !id.equals(own.get().article().id()))
                        .collect(Collectors.toSet());
        return others.isEmpty()
                        || !(answerer.answer(new Question(question, others))
                                instanceof Answer.Found found)
                ? responder.text(MessageKey.COMPARE_NO_OTHER)
                : new SideBySide(responder.messages()).render(own.get(), found.passage());
    }

    private Optional<Passage> passage(StoredAnswer answer) {
        return answer.outcome() instanceof Shown shown
                ? articles.article(shown.articleId())
                        .map(shown.reference()::resolve)
                        .flatMap(
                                place ->
                                        place instanceof Resolution.Unchanged(var passage, _)
                                                ? Optional.of(passage)
                                                : Optional.empty())
                : Optional.empty();
    }

    private ReplyMessage compared(String words, Responder responder) {
        List<ArticleInfo> listed = articles.list(responder.settings());
        List<Article> two =
                named(words, listed, responder).stream()
                        .flatMap(info -> articles.article(info.articleId()).stream())
                        .toList();
        if (two.size() < 2) {
            return ReplyMessage.of(usage(listed, responder));
        }
        Article one = two.getFirst();
        Article other = two.getLast();
        if (!one.publication().language().equals(other.publication().language())) {
            return responder.text(MessageKey.COMPARE_LANGUAGES);
        }
        return new CompareRenderer(responder.messages(), summarizer)
                .render(one, other, SourceComparison.of(one, other));
    }

    private static String usage(List<ArticleInfo> listed, Responder responder) {
        String names =
                IntStream.range(0, Math.min(listed.size(), 10))
                        .mapToObj(
                                i ->
                                        (i + 1)
                                                + ". "
                                                + responder
                                                        .messages()
                                                        .source(listed.get(i).publication()))
                        .collect(Collectors.joining("\n"));
        return (MessageKey.COMPARE_USAGE.in(responder.messages()) + "\n\n" + names).strip();
    }

    /// Two articles: the only two, or those that the words on both sides of a separator or of any
    /// blank name.
    private static List<ArticleInfo> named(
            String words, List<ArticleInfo> listed, Responder responder) {
        if (words.isEmpty()) {
            return listed.size() == 2 ? listed : List.of();
        }
        ArticlePicker picker = new ArticlePicker(listed, responder.messages());
        boolean separated = words.chars().anyMatch(c -> SEPARATORS.indexOf(c) >= 0);
        return IntStream.range(1, words.length() - 1)
                .filter(at -> separates(words.charAt(at), separated))
                .mapToObj(at -> two(words.substring(0, at), words.substring(at + 1), picker))
                .filter(found -> found.size() == 2)
                .findFirst()
                .orElse(List.of());
    }

    private static boolean separates(char c, boolean separated) {
        return separated ? SEPARATORS.indexOf(c) >= 0 : Character.isWhitespace(c);
    }

    private static List<ArticleInfo> two(String first, String second, ArticlePicker picker) {
        Optional<ArticleInfo> one = picker.find(first.strip());
        Optional<ArticleInfo> other = picker.find(second.strip());
        return one.isPresent() && other.isPresent() && !one.equals(other)
                ? List.of(one.get(), other.get())
                : List.of();
    }
}
