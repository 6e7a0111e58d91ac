package dev.verbatim.group.catchup;

import dev.verbatim.group.analysis.AnalyzedMessage;
import dev.verbatim.group.analysis.CueClass;
import java.util.List;

/// A detector of messages by which somebody may have taken on a task, or been given one.
final class ActionDetector {

    private ActionDetector() {}

    static List<AnalyzedMessage> in(ThreadedChat conversation) {
        return conversation.chat().messages().stream().filter(ActionDetector::isAction).toList();
    }

    private static boolean isAction(AnalyzedMessage analyzedMessage) {
        return !analyzedMessage.isCommand()
                && !analyzedMessage.contentWords().isEmpty()
                && analyzedMessage.has(CueClass.ACTION)
                && !analyzedMessage.has(CueClass.IDLE);
    }
}
