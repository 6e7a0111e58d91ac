package dev.verbatim.telegram.editors;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.replay.QuestionLog.Outcome;
import dev.verbatim.replay.Replay;
import dev.verbatim.replay.Replay.Change;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.Truncation;
import java.util.List;
import java.util.Locale;

/// A renderer of what is answered otherwise than before. Pure.
///
/// @param messages in the editor's language
record ReplayRenderer(MessageCatalog messages) {

    private static final int MAX_QUESTION = 120;

    /// A change takes at most about 400 UTF-16 units.
    private static final int FULL = 3_500;

    ReplyMessage render(Replay.Report report) {
        if (report.questions() == 0) {
            return ReplyMessage.of(MessageKey.REPLAY_NONE.in(messages));
        }
        int same = report.questions() - report.changes().size();
        var message =
                new MessageBuilder().line(MessageKey.REPLAY.in(messages, report.questions(), same));
        add(MessageKey.REPLAY_LOST, report.of(Replay.Kind.LOST), message);
        add(MessageKey.REPLAY_OTHER, report.of(Replay.Kind.OTHER_PASSAGE), message);
        add(MessageKey.REPLAY_NEW, report.of(Replay.Kind.NEWLY_ANSWERED), message);
        return message.build();
    }

    /// As many as fit.
    private void add(MessageKey heading, List<Change> changes, MessageBuilder message) {
        if (changes.isEmpty()) {
            return;
        }
        message.blankLine().bold(heading.in(messages, changes.size()));
        changes.stream()
                .takeWhile(_ -> message.length() < FULL)
                .forEach(change -> message.line(line(change)));
    }

    private static String line(Change change) {
        String question = MessageCatalog.onOneLine(change.asked().question());
        return "• "
                + Truncation.ellipsize(question, MAX_QUESTION)
                + "\n   "
                + place(change.asked().outcome())
                + " → "
                + place(change.outcome());
    }

    private static String place(Outcome outcome) {
        String passage =
                outcome.articleId().isEmpty()
                        ? "–"
                        : Truncation.ellipsize(outcome.articleId(), MAX_QUESTION / 2)
                                + " ¶ "
                                + outcome.paragraph();
        return String.format(Locale.ROOT, "%s (%.2f)", passage, outcome.confidence());
    }
}
