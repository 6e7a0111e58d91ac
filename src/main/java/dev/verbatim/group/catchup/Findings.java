package dev.verbatim.group.catchup;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.analysis.AnalyzedMessage;
import dev.verbatim.group.analysis.CueClass;
import dev.verbatim.group.analysis.DialogueAct;
import dev.verbatim.group.catchup.Catchup.AnsweredQuestion;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// The findings about what people settled with each other: decisions, tasks, questions and
/// corrections. What somebody promises together with a decision goes when the decision no longer
/// holds. Where only one person writes, such as in a channel, there is nothing of that.
record Findings(
        List<AnalyzedMessage> decisions,
        Map<Long, Long> superseded,
        List<AnalyzedMessage> commitments,
        List<AnalyzedMessage> openQuestions,
        List<AnsweredQuestion> answered,
        Map<Long, ChatMessage> corrections,
        Map<Long, String> keySentences) {

    /// More than any words weigh.
    private static final double ASKING = 1_000;

    static Findings in(ThreadedChat conversation, ConversationEvidence evidence) {
        var decisions = new DecisionDetector(conversation, evidence);
        var questions = new QuestionDetector(conversation, evidence, decisions);
        List<AnalyzedMessage> commitments =
                new CommitmentDetector(conversation, evidence)
                        .find().stream()
                                .filter(message -> !decisions.superseded().containsKey(message))
                                .toList();
        return new Findings(
                decisions.decisions(),
                ids(decisions.superseded()),
                commitments,
                questions.open(),
                questions.answered(),
                evidence.corrections(),
                keySentences(conversation, decisions.decisions(), commitments));
    }

    static Findings none(ThreadedChat conversation) {
        return new Findings(
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                keySentences(conversation, List.of(), List.of()));
    }

    private static Map<Long, Long> ids(Map<AnalyzedMessage, AnalyzedMessage> superseded) {
        return superseded.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                entry -> entry.getKey().message().id(),
                                entry -> entry.getValue().message().id()));
    }

    /// For the messages of several sentences the one that decides, that promises, that asks, or
    /// else the one that says most.
    private static Map<Long, String> keySentences(
            ThreadedChat conversation,
            List<AnalyzedMessage> decisions,
            List<AnalyzedMessage> commitments) {
        Map<Long, String> sentences = new HashMap<>();
        conversation
                .chat()
                .messages()
                .forEach(
                        message ->
                                put(
                                        message,
                                        sentence ->
                                                conversation.chat().mass(sentence.contentWords())
                                                        + (sentence.asks() ? ASKING : 0),
                                        sentences));
        commitments.forEach(message -> put(message, Findings::commits, sentences));
        decisions.forEach(message -> put(message, Findings::decides, sentences));
        return sentences;
    }

    private static void put(
            AnalyzedMessage message,
            ToDoubleFunction<AnalyzedMessage> weight,
            Map<Long, String> sentences) {
        message.sentences().stream()
                .max(Comparator.comparingDouble(weight))
                .ifPresent(one -> sentences.put(message.message().id(), one.message().text()));
    }

    private static double commits(AnalyzedMessage sentence) {
        return sentence.probability(DialogueAct.COMMITMENT)
                + sentence.probability(DialogueAct.REQUEST) / 2
                + (sentence.has(CueClass.ACTION) ? 1 : 0);
    }

    private static double decides(AnalyzedMessage sentence) {
        return sentence.probability(DialogueAct.DECISION)
                + (sentence.has(CueClass.DECISION) ? 1 : 0)
                + (ConversationEvidence.saysWhen(sentence) ? 0.5 : 0);
    }
}
