package dev.verbatim.group.catchup;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.Answerer;
import dev.verbatim.article.Passage;
import dev.verbatim.group.CpuShare;
import dev.verbatim.group.analysis.AnalyzedMessage;
import dev.verbatim.group.analysis.ChatToken;
import dev.verbatim.group.analysis.CueClass;
import dev.verbatim.group.catchup.Catchup.Discussed;
import dev.verbatim.group.catchup.Catchup.OpenQuestion;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking.Candidate;
import dev.verbatim.retrieval.Ranking.SentenceEvidence;
import dev.verbatim.retrieval.Ranking.Signals;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A finder of the articles that a chat is about, and of their answers to its questions.
///
/// Small talk is about no article, yet a search finds some paragraph for any text. So a message
/// counts that shares most of its words with a paragraph, or says nearly what one of its sentences
/// says; while people speak of an article, less is enough. A search takes milliseconds, so only the
/// most promising messages are searched for, sentence by sentence, as long as there is time. They
/// are carried over into the articles' languages as questions are.
final class ArticleMentionFinder {

    private static final int MOST_LOOKED_UP = 40;
    private static final int MOST_ASKED = 20;

    /// Of one message: people ask no more at once.
    private static final int MOST_QUESTIONS = 3;

    private static final int FEWEST_WORDS = 3;

    // Of the messages of four chats that nobody wrote about the first article, the nearest had a
    // coverage of .5 with a cosine of .78, and one of .2 with one of .805 of a sentence.
    private static final double COVERAGE = 0.5;
    private static final double COSINE = 0.83;
    private static final double SENTENCE_COVERAGE = 0.3;
    private static final double SENTENCE_COSINE = 0.85;
    private static final double NEAR_COVERAGE = 0.2;
    private static final double NEAR_COSINE = 0.795;

    /// So many messages after an article was spoken of, and so long, people still speak of it.
    private static final int NEAR = 12;

    private static final Duration SOON = Duration.ofMinutes(30);

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
    ///
    /// @param evidence of who agreed with what was said
    List<Discussed> findDiscussed(ThreadedChat conversation, ConversationEvidence evidence) {
        Map<String, Nearest> found = new LinkedHashMap<>();
        Map<String, Set<Integer>> messages = new HashMap<>();
        Set<AnalyzedMessage> near = nearArticles(conversation);
        for (AnalyzedMessage message : promising(conversation, near)) {
            for (Nearest nearest : lookUp(message)) {
                if (nearest.isAbout(near.contains(message))) {
                    found.putIfAbsent(nearest.place(), nearest);
                    messages.computeIfAbsent(nearest.place(), _ -> new HashSet<>())
                            .add(message.index());
                }
            }
        }
        found.forEach(
                (place, nearest) ->
                        messages.computeIfAbsent(place, _ -> new HashSet<>())
                                .addAll(sharing(nearest.passage(), conversation)));
        return found.entrySet().stream()
                .map(
                        entry ->
                                entry.getValue()
                                        .discussedIn(
                                                messages
                                                        .getOrDefault(entry.getKey(), Set.of())
                                                        .stream()
                                                        .sorted()
                                                        .map(conversation.chat().messages()::get)
                                                        .toList(),
                                                evidence))
                .toList();
    }

    /// The messages that speak of an article, and those that may still do so: soon after, in its
    /// thread, or in reply.
    private static Set<AnalyzedMessage> nearArticles(ThreadedChat conversation) {
        List<AnalyzedMessage> all = conversation.chat().messages();
        Set<AnalyzedMessage> near = new HashSet<>();
        for (AnalyzedMessage message : all) {
            if (message.has(CueClass.ARTICLE)) {
                near.addAll(conversation.threadOf(message));
                int end = Math.min(all.size(), message.index() + 1 + NEAR);
                all.subList(message.index(), end).stream()
                        .filter(later -> later.message().topic() == message.message().topic())
                        .filter(later -> isSoonAfter(later, message))
                        .forEach(near::add);
            }
        }
        return near;
    }

    private static boolean isSoonAfter(AnalyzedMessage later, AnalyzedMessage message) {
        return Duration.between(message.message().time(), later.message().time()).compareTo(SOON)
                <= 0;
    }

    /// The paragraph that comes nearest to a message, with its nearest sentence.
    private record Nearest(Candidate candidate, SentenceEvidence sentence) {

        static Optional<Nearest> of(Candidate candidate) {
            return candidate.signals().sentences().stream()
                    .max(Comparator.comparingDouble(one -> one.coverage() + one.cosine().orElse(0)))
                    .map(one -> new Nearest(candidate, one));
        }

        Passage passage() {
            return candidate.passage();
        }

        String place() {
            return passage().article().id() + " " + passage().paragraph();
        }

        Discussed discussedIn(List<AnalyzedMessage> messages, ConversationEvidence evidence) {
            return new Discussed(
                    passage(),
                    sentence.span(),
                    messages.stream().map(AnalyzedMessage::message).toList(),
                    evidence.agreeing(messages),
                    evidence.disagreeing(messages));
        }

        boolean isAbout(boolean nearArticle) {
            Signals all = candidate.signals();
            double cosine = sentence.cosine().orElse(1);
            return (all.coverage() >= COVERAGE && all.cosine().orElse(1) >= COSINE)
                    || (sentence.coverage() >= SENTENCE_COVERAGE && cosine >= SENTENCE_COSINE)
                    || (nearArticle
                            && sentence.coverage() >= NEAR_COVERAGE
                            && cosine >= NEAR_COSINE);
        }
    }

    /// What comes nearest to each of its sentences.
    private List<Nearest> lookUp(AnalyzedMessage message) {
        List<AnalyzedMessage> sentences =
                message.sentences().stream()
                        .filter(sentence -> sentence.contentWords().size() >= FEWEST_WORDS)
                        .limit(MOST_QUESTIONS)
                        .toList();
        return (sentences.isEmpty() ? List.of(message) : sentences)
                .stream()
                        .takeWhile(_ -> !CpuShare.isShort())
                        .flatMap(sentence -> lookUp(sentence.message().text()))
                        .toList();
    }

    private Stream<Nearest> lookUp(String words) {
        CpuShare.checkpoint();
        return retriever.retrieve(Question.of(words), 1).candidates().stream()
                .flatMap(candidate -> Nearest.of(candidate).stream());
    }

    /// The messages near an article and those with the most content, in the order of the chat.
    private static List<AnalyzedMessage> promising(
            ThreadedChat conversation, Set<AnalyzedMessage> near) {
        return conversation.chat().messages().stream()
                .filter(message -> !message.isCommand())
                .filter(message -> message.contentWords().size() >= FEWEST_WORDS)
                .sorted(
                        Comparator.comparing((AnalyzedMessage message) -> near.contains(message))
                                .thenComparingDouble(
                                        message -> conversation.chat().mass(message.contentWords()))
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
}
