package dev.verbatim.group.catchup;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.Answerer;
import dev.verbatim.article.Passage;
import dev.verbatim.group.CpuShare;
import dev.verbatim.group.analysis.AnalyzedMessage;
import dev.verbatim.group.analysis.ChatToken;
import dev.verbatim.group.catchup.Catchup.Discussed;
import dev.verbatim.group.catchup.Catchup.OpenQuestion;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.Ranking.Candidate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A finder of the articles that a chat is about, and of their answers to its questions.
///
/// Small talk is about no article, yet a search finds some paragraph for any text. So only a
/// message counts that shares most of its words with a paragraph. A search takes milliseconds, so
/// only the most promising messages are searched for, as long as there is time.
final class ArticleMentionFinder {

    private static final int MOST_LOOKED_UP = 40;
    private static final int MOST_ASKED = 20;

    /// Of one message: people ask no more at once.
    private static final int MOST_QUESTIONS = 3;

    private static final int FEWEST_WORDS = 3;
    private static final double COVERAGE = 0.5;
    private static final double COSINE = 0.83;

    private final Answerer answerer;
    private final PassageRetriever retriever;

    ArticleMentionFinder(Answerer answerer, PassageRetriever retriever) {
        this.answerer = answerer;
        this.retriever = retriever;
    }

    /// The questions with the passages that answer them. Only the first ones are searched for,
    /// because a user waits.
    List<OpenQuestion> answer(List<AnalyzedMessage> questions) {
        Set<AnalyzedMessage> worth =
                questions.stream()
                        .filter(question -> question.contentWords().size() > 1)
                        .limit(MOST_ASKED)
                        .collect(Collectors.toSet());
        return questions.stream()
                .map(
                        question ->
                                new OpenQuestion(
                                        question.message(),
                                        worth.contains(question) ? found(question) : null))
                .toList();
    }

    private Answer.@Nullable Found found(AnalyzedMessage message) {
        return message.questions().stream()
                .limit(MOST_QUESTIONS)
                .takeWhile(_ -> !CpuShare.isShort())
                .map(this::answer)
                .filter(Answer.Found.class::isInstance)
                .map(Answer.Found.class::cast)
                .findFirst()
                .orElse(null);
    }

    private Answer answer(String question) {
        CpuShare.checkpoint();
        return answerer.answer(Question.of(question));
    }

    /// The paragraphs that were discussed, in the order in which they came up.
    List<Discussed> findDiscussed(ThreadedChat conversation) {
        Map<String, Passage> passages = new LinkedHashMap<>();
        Map<String, Set<Integer>> messages = new HashMap<>();
        for (LookedUp one : lookUp(promising(conversation))) {
            for (Candidate candidate : one.ranking.candidates()) {
                if (isAbout(candidate)) {
                    String place = place(candidate.passage());
                    passages.putIfAbsent(place, candidate.passage());
                    messages.computeIfAbsent(place, _ -> new HashSet<>()).add(one.message.index());
                }
            }
        }
        passages.forEach(
                (place, passage) ->
                        messages.computeIfAbsent(place, _ -> new HashSet<>())
                                .addAll(sharing(passage, conversation)));
        return passages.entrySet().stream()
                .map(
                        entry ->
                                new Discussed(
                                        entry.getValue(),
                                        entry.getValue().opening(),
                                        messages.getOrDefault(entry.getKey(), Set.of()).size()))
                .toList();
    }

    private record LookedUp(AnalyzedMessage message, Ranking ranking) {}

    private List<LookedUp> lookUp(List<AnalyzedMessage> messages) {
        return messages.stream().takeWhile(_ -> !CpuShare.isShort()).map(this::lookUp).toList();
    }

    private LookedUp lookUp(AnalyzedMessage message) {
        CpuShare.checkpoint();
        return new LookedUp(message, retriever.retrieve(Question.of(message.message().text()), 1));
    }

    private static String place(Passage passage) {
        return passage.article().id() + " " + passage.paragraph();
    }

    /// The messages with the most content, in the order of the chat.
    private static List<AnalyzedMessage> promising(ThreadedChat conversation) {
        return conversation.chat().messages().stream()
                .filter(message -> !message.isCommand())
                .filter(message -> message.contentWords().size() >= FEWEST_WORDS)
                .sorted(
                        Comparator.comparingDouble(
                                        (AnalyzedMessage message) ->
                                                conversation.chat().mass(message.contentWords()))
                                .reversed())
                .limit(MOST_LOOKED_UP)
                .sorted(Comparator.comparingInt(AnalyzedMessage::index))
                .toList();
    }

    /// The messages that share rare words with the passage, searched for or not.
    private static Set<Integer> sharing(Passage passage, ThreadedChat conversation) {
        Set<String> words =
                ChatToken.tokenize(passage.text()).stream()
                        .map(ChatToken::stem)
                        .filter(conversation.chat()::isRare)
                        .collect(Collectors.toSet());
        return conversation.chat().messages().stream()
                .filter(message -> !message.isCommand())
                .filter(
                        message ->
                                message.contentWords().stream().filter(words::contains).count()
                                        >= FEWEST_WORDS)
                .map(AnalyzedMessage::index)
                .collect(Collectors.toSet());
    }

    private static boolean isAbout(Candidate candidate) {
        return candidate.signals().coverage() >= COVERAGE
                && candidate.signals().cosine().orElse(1) >= COSINE;
    }
}
