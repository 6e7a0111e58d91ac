package dev.verbatim.telegram.archive;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.group.Author;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.MessageArchive;
import dev.verbatim.telegram.answering.AnswerStore;
import dev.verbatim.telegram.chat.CallbackHandler;
import dev.verbatim.telegram.chat.ChatAdmins;
import dev.verbatim.telegram.chat.CommandHandler;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.SettingsCallback;
import dev.verbatim.telegram.settings.ArchivePanel;
import dev.verbatim.telegram.update.Command;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.MessageContext;
import dev.verbatim.telegram.update.RepliedTo;
import java.util.Map;
import java.util.Optional;

/// What members of a group may ask about the messages that are kept of it: each about their own,
/// admins about all. Thread-safe.
public record ArchiveCommands(
        MessageArchive archive,
        AnswerStore given,
        ChatAdmins admins,
        ArchiveExport file,
        ArchiveImport history)
        implements CommandHandler, CallbackHandler<CallbackData.ImportCallback> {

    @Override
    public Map<Command, Action> commands() {
        return Map.of(
                Command.OPTOUT,
                (_, in) -> in.send(optOut(in.context(), in.messages(), in.transaction())),
                Command.OPTIN,
                (_, in) -> in.send(optIn(in.context(), in.messages(), in.transaction())),
                Command.FORGET,
                (command, in) -> in.send(forget(command, in.messages(), in.transaction())),
                Command.EXPORT,
                (_, in) -> in.send(export(in.context(), in.messages(), in.transaction())),
                // The command itself: with a file it is an upload.
                Command.IMPORT,
                (_, in) -> in.send(MessageKey.IMPORT_USAGE));
    }

    @Override
    public Class<CallbackData.ImportCallback> callbackType() {
        return CallbackData.ImportCallback.class;
    }

    @Override
    public void handle(
            Incoming.Pressed pressed, CallbackData.ImportCallback callback, Responder responder) {
        history.press(pressed, callback, responder.messages(), responder.transaction());
    }

    /// From now on nothing of theirs, or again.
    public ReplyMessage optOut(
            MessageContext context, MessageCatalog messages, ReplyTransaction transaction) {
        return ofOneself(
                context,
                messages,
                author -> {
                    transaction.write(
                            rows -> {
                                archive.optOut(context.chatId(), author, rows);
                                AnswerStore.deleteAllOf(context.chatId(), context.personId(), rows);
                                archive.scrub();
                            });
                    return ReplyMessage.of(MessageKey.OPTED_OUT.in(messages));
                });
    }

    public ReplyMessage optIn(
            MessageContext context, MessageCatalog messages, ReplyTransaction transaction) {
        return ofOneself(
                context,
                messages,
                author -> {
                    transaction.write(rows -> archive.optIn(context.chatId(), author, rows));
                    return ReplyMessage.of(MessageKey.OPTED_IN.in(messages));
                });
    }

    private interface Doing {
        ReplyMessage by(String author);
    }

    /// An admin who stays unnamed is the group to us, like every other one.
    private static ReplyMessage ofOneself(
            MessageContext context, MessageCatalog messages, Doing doing) {
        if (!context.kind().isGroup()) {
            return ReplyMessage.of(MessageKey.GROUPS_ONLY.in(messages));
        }
        return context.isTheChatItself()
                ? ReplyMessage.of(MessageKey.OPT_UNNAMED.in(messages))
                : doing.by(Author.id(context.personId()));
    }

    /// The message that is pointed at, or all of one's own; and who may is offered to forget
    /// everything.
    public ReplyMessage forget(
            Incoming.Commanded commanded, MessageCatalog messages, ReplyTransaction transaction) {
        MessageContext context = commanded.context();
        if (!context.kind().isGroup()) {
            return ReplyMessage.of(MessageKey.GROUPS_ONLY.in(messages));
        }
        RepliedTo target = commanded.repliedTo();
        return target == null
                ? forgetOwn(context, messages, transaction)
                : forget(target.messageId(), context, messages, transaction);
    }

    private ReplyMessage forgetOwn(
            MessageContext context, MessageCatalog messages, ReplyTransaction transaction) {
        if (context.isTheChatItself()) {
            return new ArchivePanel(archive.consent(context.chatId()), messages).confirmDeletion();
        }
        transaction.write(
                rows -> {
                    archive.forgetAllOf(context.chatId(), Author.id(context.personId()), rows);
                    AnswerStore.deleteAllOf(context.chatId(), context.personId(), rows);
                    archive.scrub();
                });
        String done = MessageKey.FORGOTTEN.in(messages);
        return archive.consent(context.chatId()).isPresent()
                        && admins.permission(context, transaction) == ChatAdmins.Permission.GRANTED
                ? ReplyMessage.of(done, everything(messages))
                : ReplyMessage.of(done);
    }

    private static ReplyMessage.Button everything(MessageCatalog messages) {
        return new ReplyMessage.Button(
                MessageKey.ARCHIVE_DELETE_ALL.in(messages),
                new SettingsCallback.AskDeleteArchive());
    }

    private ReplyMessage forget(
            long messageId,
            MessageContext context,
            MessageCatalog messages,
            ReplyTransaction transaction) {
        Optional<String> author = authorOf(messageId, context);
        if (author.isEmpty()) {
            return ReplyMessage.of(MessageKey.FORGET_UNKNOWN.in(messages));
        }
        boolean own = author.get().equals(Author.id(context.personId()));
        return switch (own
                ? ChatAdmins.Permission.GRANTED
                : admins.permission(context, transaction)) {
            case GRANTED -> {
                transaction.write(
                        rows -> {
                            archive.forget(context.chatId(), messageId, rows);
                            AnswerStore.deleteByQuestion(context.chatId(), messageId, rows);
                            archive.scrub();
                        });
                yield ReplyMessage.of(MessageKey.FORGOTTEN_ONE.in(messages));
            }
            case DENIED -> ReplyMessage.of(MessageKey.FORGET_OTHERS.in(messages));
            case UNKNOWN -> ReplyMessage.of(MessageKey.FAILED.in(messages));
        };
    }

    /// A question to us is kept with its answer, in a group that keeps nothing else too.
    private Optional<String> authorOf(long messageId, MessageContext context) {
        return archive.find(context.chatId(), messageId)
                .map(ChatMessage::author)
                .map(Author::id)
                .or(
                        () ->
                                given.findByQuestion(context.chatId(), messageId)
                                        .map(answer -> Author.id(answer.asked().personId())));
    }

    /// All that is kept, as a file.
    public ReplyMessage export(
            MessageContext context, MessageCatalog messages, ReplyTransaction transaction) {
        return ofAdmins(
                context, messages, transaction, () -> file.send(context, messages, transaction));
    }

    /// A file with what was said before.
    public ReplyMessage take(
            Incoming.Exported exported, MessageCatalog messages, ReplyTransaction transaction) {
        return exported.context().kind().isGroup()
                ? history.offer(exported, messages, transaction)
                : ReplyMessage.of(MessageKey.GROUPS_ONLY.in(messages));
    }

    private interface Allowed {
        ReplyMessage reply();
    }

    private ReplyMessage ofAdmins(
            MessageContext context,
            MessageCatalog messages,
            ReplyTransaction transaction,
            Allowed allowed) {
        if (!context.kind().isGroup()) {
            return ReplyMessage.of(MessageKey.GROUPS_ONLY.in(messages));
        }
        return switch (admins.permission(context, transaction)) {
            case GRANTED -> allowed.reply();
            case DENIED -> ReplyMessage.of(MessageKey.ADMINS_ONLY.in(messages));
            case UNKNOWN -> ReplyMessage.of(MessageKey.FAILED.in(messages));
        };
    }
}
