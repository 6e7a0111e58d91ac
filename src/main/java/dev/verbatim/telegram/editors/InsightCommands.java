package dev.verbatim.telegram.editors;

import dev.verbatim.answer.AnswerDecision.Explanation;
import dev.verbatim.answer.Answerer;
import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.replay.QuestionLog;
import dev.verbatim.replay.Replay;
import dev.verbatim.retrieval.Question;
import dev.verbatim.telegram.answering.AnswerStatistics.AnswerCounts;
import dev.verbatim.telegram.answering.AnswerStatistics.DayCounts;
import dev.verbatim.telegram.answering.AnswerStore;
import dev.verbatim.telegram.answering.StoredAnswer;
import dev.verbatim.telegram.answering.UnansweredQuestionStore;
import dev.verbatim.telegram.answering.UnansweredQuestionStore.QuestionCount;
import dev.verbatim.telegram.chat.CommandHandler;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.delivery.ApiCall;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.Truncation;
import dev.verbatim.telegram.update.Command;
import dev.verbatim.telegram.update.Incoming;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A handler that tells editors how the bot does: how many questions were answered, how readers
/// rated the answers, what the articles don't answer, why a question was answered or wasn't, and
/// which questions are answered otherwise now. Thread-safe.
public final class InsightCommands implements CommandHandler {

    private static final Pattern BLANKS = Pattern.compile("\\s++");

    private static final Pattern REPLAYED = Pattern.compile("[0-9]{1,6}+");

    /// Each takes a tenth of a second or so.
    private static final int MAX_REPLAYED = 200;

    private static final int CHARTED_DAYS = 14;
    private static final int MAX_UNANSWERED = 10;
    private static final int MAX_QUESTION = 300;

    private final Editors editors;
    private final Answerer answerer;
    private final AnswerStore answers;
    private final UnansweredQuestionStore unanswered;
    private final QuestionLog log;

    public InsightCommands(
            Editors editors,
            Answerer answerer,
            AnswerStore answers,
            UnansweredQuestionStore unanswered,
            QuestionLog log) {
        this.editors = editors;
        this.answerer = answerer;
        this.answers = answers;
        this.unanswered = unanswered;
        this.log = log;
    }

    @Override
    public Map<Command, Action> commands() {
        return Map.of(
                Command.STATS,
                this::showStatistics,
                Command.WHY,
                editors.only((command, responder) -> explain(command, responder.messages())),
                Command.REPLAY,
                editors.only((command, responder) -> replay(command, responder.messages())));
    }

    /// Asks as many of the last questions again as the number after the command says.
    private ReplyMessage replay(Incoming.Commanded command, MessageCatalog messages) {
        String number = command.payload().strip();
        boolean isNumber = REPLAYED.matcher(number).matches();
        if (!number.isEmpty() && !isNumber) {
            return ReplyMessage.of(MessageKey.REPLAY_USAGE.in(messages));
        }
        int count = isNumber ? Math.min(Integer.parseInt(number), MAX_REPLAYED) : MAX_REPLAYED / 2;
        Replay.Report report = new Replay(answerer).run(log.last(count));
        return new ReplayRenderer(messages).render(report);
    }

    /// The picture comes after its text.
    private void showStatistics(Incoming.Commanded command, Responder responder) {
        editors.only((_, in) -> ReplyMessage.of(statistics(in.messages())))
                .handle(command, responder);
        List<DayCounts> days = answers.statistics().daily(CHARTED_DAYS);
        boolean isEmpty = days.stream().allMatch(day -> day.all() == 0);
        if (!isEmpty && editors.refusal(responder).isEmpty()) {
            List<Integer> times =
                    unanswered.mostFrequent(MAX_UNANSWERED).stream()
                            .map(QuestionCount::times)
                            .toList();
            responder
                    .transaction()
                    .send(
                            ApiCall.photo(
                                    responder.context().chatId(),
                                    responder.context().topicId(),
                                    new QuestionChart(days, times).png(),
                                    caption(days, responder.messages())));
        }
    }

    /// The same as the picture, in words.
    private static String caption(List<DayCounts> days, MessageCatalog messages) {
        String counts =
                days.stream()
                        .map(day -> String.valueOf(day.all()))
                        .collect(Collectors.joining(", "));
        return MessageKey.STATS_PICTURE.in(
                messages,
                messages.date(days.getFirst().day()),
                messages.date(days.getLast().day()),
                counts);
    }

    private String statistics(MessageCatalog messages) {
        AnswerCounts counts = answers.statistics().counts();
        long questions = counts.answered() + counts.abstained();
        if (questions == 0) {
            return MessageKey.STATS_NONE.in(messages);
        }
        String text =
                MessageKey.STATS.in(
                        messages,
                        questions,
                        counts.answered(),
                        counts.abstained(),
                        counts.helpful(),
                        counts.unhelpful());
        String list = unansweredList();
        return list.isEmpty()
                ? text
                : text + "\n\n" + MessageKey.STATS_UNANSWERED.in(messages) + list;
    }

    private String unansweredList() {
        return unanswered.mostFrequent(MAX_UNANSWERED).stream()
                .map(
                        one ->
                                "\n"
                                        + one.times()
                                        + " × "
                                        + BLANKS.matcher(one.question()).replaceAll(" "))
                .collect(Collectors.joining());
    }

    /// Explains the question after the command; without one, the question of the answer that the
    /// command replies to, or else the user's last one.
    private ReplyMessage explain(Incoming.Commanded why, MessageCatalog messages) {
        Optional<String> question =
                why.payload().isBlank()
                        ? answers.findPrevious(why.context(), why.repliedTo())
                                .map(StoredAnswer::standaloneQuestion)
                        : Optional.of(why.payload().strip());
        return question.map(asked -> explanation(asked, messages))
                .orElseGet(() -> ReplyMessage.of(MessageKey.WHY_USAGE.in(messages)));
    }

    private ReplyMessage explanation(String question, MessageCatalog messages) {
        Explanation explanation = answerer.explain(Question.of(question));
        return new MessageBuilder()
                .line(Truncation.ellipsize(question, MAX_QUESTION))
                .blankLine()
                .line(messages.to(explanation))
                .blankLine()
                .code(explanation.table())
                .build();
    }
}
