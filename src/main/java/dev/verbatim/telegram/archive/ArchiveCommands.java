package dev.verbatim.telegram.archive;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.MessageArchive;
import dev.verbatim.telegram.answering.AnswerStore;
import dev.verbatim.telegram.answering.ConversationEraser;
import dev.verbatim.telegram.chat.CallbackHandler;
import dev.verbatim.telegram.chat.ChatAdmins;
import dev.verbatim.telegram.chat.CommandHandler;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.editors.ConfirmationStore;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.SettingsCallback;
import dev.verbatim.telegram.settings.ArchivePanel;
import dev.verbatim.telegram.update.Command;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.Incoming.RepliedTo;
import dev.verbatim.telegram.update.MessageContext;
import dev.verbatim.telegram.update.MessageContext.ChatKind;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// The commands in a group for its archive: members opt out, opt in and delete their own messages,
/// and admins export, import and delete all of them. Thread-safe.
public final class ArchiveCommands
        implements CommandHandler, CallbackHandler<CallbackData.ImportCallback> {

    private final MessageArchive archive;
    private final AnswerStore answers;
    private final ChatAdmins admins;
    private final ArchiveExport archiveExport;
    private final ArchiveImport archiveImport;

    public ArchiveCommands(
            MessageArchive archive,
            AnswerStore answers,
            ConfirmationStore confirmations,
            ChatAdmins admins) {
        this.archive = archive;
        this.answers = answers;
        this.admins = admins;
        this.archiveExport = new ArchiveExport(archive);
        this.archiveImport = new ArchiveImport(archive, confirmations, admins);
    }

    @Override
    public Map<Command, Action> commands() {
        return Map.of(
                Command.OPTOUT,
                (_, in) -> in.send(forMember(in, author -> optOut(author, in))),
                Command.OPTIN,
                (_, in) -> in.send(forMember(in, author -> optIn(author, in))),
                Command.FORGET,
                (command, in) -> in.send(delete(command, in)),
                Command.EXPORT,
                (_, in) -> in.send(forAdmins(in, () -> archiveExport.send(in))),
                // The command itself: with a file it is an upload.
                Command.IMPORT,
                (_, in) -> in.send(MessageKey.IMPORT_USAGE));
    }

    @Override
    public boolean handlesCommandsIn(ChatKind kind) {
        return kind.isGroup();
    }

    @Override
    public Class<CallbackData.ImportCallback> callbackType() {
        return CallbackData.ImportCallback.class;
    }

    @Override
    public void handle(
            Incoming.Pressed pressed, CallbackData.ImportCallback callback, Responder responder) {
        archiveImport.handle(pressed, callback, responder);
    }

    /// A file with older messages: asks whether to add them.
    public ReplyMessage offerImport(Incoming.Exported exported, Responder responder) {
        return exported.context().kind().isGroup()
                ? archiveImport.offer(exported, responder)
                : text(MessageKey.GROUPS_ONLY, responder);
    }

    private ReplyMessage optOut(String author, Responder responder) {
        MessageContext context = responder.context();
        responder
                .transaction()
                .write(
                        rows -> {
                            archive.optOut(context.chatId(), author, rows);
                            ConversationEraser.erasePerson(
                                    context.chatId(), context.personId(), rows);
                            archive.eraseDeleted();
                        });
        return text(MessageKey.OPTED_OUT, responder);
    }

    private ReplyMessage optIn(String author, Responder responder) {
        long chatId = responder.context().chatId();
        responder.transaction().write(rows -> archive.optIn(chatId, author, rows));
        return text(MessageKey.OPTED_IN, responder);
    }

    /// Anonymous admins can't be told apart: their author is the group itself.
    private static ReplyMessage forMember(
            Responder responder, Function<String, ReplyMessage> action) {
        MessageContext context = responder.context();
        return context.isTheChatItself()
                ? text(MessageKey.OPT_UNNAMED, responder)
                : action.apply(Author.id(context.personId()));
    }

    /// Deletes the message that is replied to, or all of the member's own.
    private ReplyMessage delete(Incoming.Commanded commanded, Responder responder) {
        RepliedTo target = commanded.repliedTo();
        return target == null ? deleteOwn(responder) : delete(target.messageId(), responder);
    }

    /// Admins are offered to delete everything, too.
    private ReplyMessage deleteOwn(Responder responder) {
        MessageContext context = responder.context();
        if (context.isTheChatItself()) {
            return new ArchivePanel(archive.consent(context.chatId()), responder.messages())
                    .confirmDeletion();
        }
        responder
                .transaction()
                .write(
                        rows -> {
                            archive.deleteAllBy(
                                    context.chatId(), Author.id(context.personId()), rows);
                            ConversationEraser.erasePerson(
                                    context.chatId(), context.personId(), rows);
                            archive.eraseDeleted();
                        });
        String done = MessageKey.FORGOTTEN.in(responder.messages());
        return archive.consent(context.chatId()).isPresent()
                        && admins.permission(context, responder.transaction())
                                == ChatAdmins.Permission.GRANTED
                ? ReplyMessage.of(done, deleteAllButton(responder))
                : ReplyMessage.of(done);
    }

    private static ReplyMessage.Button deleteAllButton(Responder responder) {
        return new ReplyMessage.Button(
                MessageKey.ARCHIVE_DELETE_ALL.in(responder.messages()),
                new SettingsCallback.AskDeleteArchive());
    }

    private ReplyMessage delete(long messageId, Responder responder) {
        MessageContext context = responder.context();
        Optional<String> author = authorOf(messageId, context);
        if (author.isEmpty()) {
            return text(MessageKey.FORGET_UNKNOWN, responder);
        }
        boolean own = author.get().equals(Author.id(context.personId()));
        return switch (own
                ? ChatAdmins.Permission.GRANTED
                : admins.permission(context, responder.transaction())) {
            case GRANTED -> deleteNow(messageId, responder);
            case DENIED -> text(MessageKey.FORGET_OTHERS, responder);
            case HIDDEN -> text(MessageKey.ADMINS_HIDDEN, responder);
            case UNKNOWN -> text(MessageKey.FAILED, responder);
        };
    }

    private ReplyMessage deleteNow(long messageId, Responder responder) {
        long chatId = responder.context().chatId();
        responder
                .transaction()
                .write(
                        rows -> {
                            archive.delete(chatId, messageId, rows);
                            ConversationEraser.eraseQuestion(chatId, messageId, rows);
                            archive.eraseDeleted();
                        });
        return text(MessageKey.FORGOTTEN_ONE, responder);
    }

    /// A question to the bot is kept with its answer, even in a group without an archive.
    private Optional<String> authorOf(long messageId, MessageContext context) {
        return archive.find(context.chatId(), messageId)
                .map(ChatMessage::author)
                .map(Author::id)
                .or(
                        () ->
                                answers.findByQuestion(context.chatId(), messageId)
                                        .map(answer -> Author.id(answer.asked().personId())));
    }

    private ReplyMessage forAdmins(Responder responder, Supplier<ReplyMessage> action) {
        return switch (admins.permission(responder.context(), responder.transaction())) {
            case GRANTED -> action.get();
            case DENIED -> text(MessageKey.ADMINS_ONLY, responder).forUserOnly();
            case HIDDEN -> text(MessageKey.ADMINS_HIDDEN, responder);
            case UNKNOWN -> text(MessageKey.FAILED, responder);
        };
    }

    static ReplyMessage text(MessageKey key, Responder responder, Object... arguments) {
        return ReplyMessage.of(key.in(responder.messages(), arguments));
    }
}
