package dev.verbatim.telegram.archive;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.DesktopExportFormat;
import dev.verbatim.group.MessageArchive;
import dev.verbatim.group.MessageRange;
import dev.verbatim.telegram.chat.GroupLookup;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.delivery.ApiCall;
import dev.verbatim.telegram.delivery.ApiResult;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.update.MessageContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;

/// An export of a group's archive as a file, for an admin.
///
/// It goes to their private chat, since not everybody in the group was there when it was said.
final class ArchiveExport {

    private static final String FILE = "result.json";
    // So that the file can be kept in the store until it is sent.
    private static final int MOST = 50_000;

    private final GroupLookup groups = new GroupLookup();
    private final MessageArchive archive;

    ArchiveExport(MessageArchive archive) {
        this.archive = archive;
    }

    /// Sends the newest messages and says so.
    ReplyMessage send(Responder responder) {
        MessageContext context = responder.context();
        List<ChatMessage> messages = newest(context.chatId());
        if (messages.isEmpty()) {
            return ArchiveCommands.text(MessageKey.EXPORT_EMPTY, responder);
        }
        if (context.isTheChatItself()) {
            return ArchiveCommands.text(MessageKey.OPT_UNNAMED, responder);
        }
        if (!canWriteTo(context.personId(), responder.transaction())) {
            return ArchiveCommands.text(MessageKey.EXPORT_NOWHERE, responder);
        }
        byte[] file = DesktopExportFormat.write(context.chatId(), messages);
        String caption = MessageKey.EXPORT_CAPTION.in(responder.messages());
        ApiCall document = ApiCall.document(context.personId(), FILE, file, caption);
        boolean isProtected =
                groups.group(context.chatId(), responder.transaction()).protectedContent();
        responder.transaction().send(isProtected ? document.withProtectedContent() : document);
        return ArchiveCommands.text(MessageKey.EXPORT_SENT, responder);
    }

    private List<ChatMessage> newest(long chatId) {
        Deque<List<ChatMessage>> pages = new ArrayDeque<>();
        MessageRange range = MessageRange.ALL;
        for (int read = 0; read < MOST; read += MessageRange.MOST) {
            List<ChatMessage> page = archive.messages(chatId, range);
            if (page.isEmpty()) {
                break;
            }
            pages.addFirst(page);
            range = range.before(page.getFirst().id());
        }
        return pages.stream().flatMap(List::stream).toList();
    }

    /// A bot may not write first to people who have never written to it.
    private static boolean canWriteTo(long personId, ReplyTransaction transaction) {
        SendChatAction uploading =
                SendChatAction.builder()
                        .chatId(personId)
                        .action(ActionType.UPLOAD_DOCUMENT.toString())
                        .build();
        return transaction.callNow("announcing a file", personId, uploading)
                instanceof ApiResult.Delivered<?>;
    }
}
