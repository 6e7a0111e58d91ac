package dev.verbatim.telegram.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.MessageArchive;
import dev.verbatim.group.MessageRange;
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

/// Sends an admin what is kept of a group: in their private chat, since not everybody in the group
/// was there when it was said.
public record ArchiveExport(MessageArchive archive) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "result.json";
    // So that the file can be kept in the store until it is sent.
    private static final int MOST = 50_000;

    ReplyMessage send(
            MessageContext context, MessageCatalog messageCatalog, ReplyTransaction transaction) {
        List<ChatMessage> messages = newest(context.chatId());
        if (messages.isEmpty()) {
            return ReplyMessage.of(MessageKey.EXPORT_EMPTY.in(messageCatalog));
        }
        if (context.isTheChatItself()) {
            return ReplyMessage.of(MessageKey.OPT_UNNAMED.in(messageCatalog));
        }
        if (!canWriteTo(context.personId(), transaction)) {
            return ReplyMessage.of(MessageKey.EXPORT_NOWHERE.in(messageCatalog));
        }
        String caption = MessageKey.EXPORT_CAPTION.in(messageCatalog);
        transaction.send(
                ApiCall.document(
                        context.personId(), FILE, file(context.chatId(), messages), caption));
        return ReplyMessage.of(MessageKey.EXPORT_SENT.in(messageCatalog));
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

    /// Who has never written to a bot isn't written to.
    private static boolean canWriteTo(long personId, ReplyTransaction transaction) {
        SendChatAction uploading =
                SendChatAction.builder()
                        .chatId(personId)
                        .action(ActionType.UPLOAD_DOCUMENT.toString())
                        .build();
        return transaction.callNow("announcing a file", personId, uploading)
                instanceof ApiResult.Delivered<?>;
    }

    private static byte[] file(long chatId, List<ChatMessage> messages) {
        try {
            return JSON.writerWithDefaultPrettyPrinter()
                    .writeValueAsBytes(ExportFormat.of(chatId, messages));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("it is made of texts and numbers", e);
        }
    }
}
