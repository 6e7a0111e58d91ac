package dev.verbatim.group.catchup;

import java.util.List;

/// The messages by which somebody may have taken something upon them, or been asked to.
final class ActionDetector {

    private ActionDetector() {}

    static List<AnalyzedMessage> in(AnalyzedConversation conversation) {
        return conversation.speeches().stream().filter(ActionDetector::isAction).toList();
    }

    private static boolean isAction(AnalyzedMessage analyzedMessage) {
        return !analyzedMessage.isCommand()
                && !analyzedMessage.content().isEmpty()
                && analyzedMessage.has(CueClass.ACTION)
                && !analyzedMessage.has(CueClass.IDLE);
    }
}
