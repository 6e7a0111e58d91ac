package dev.verbatim.telegram.update;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/// A test for service messages, by which Telegram tells what happened in a chat: a pin, a new
/// title, a payment.
///
/// What isn't one of these was sent by a user, even if it is of a kind that this bot and its
/// library don't know yet: so nobody is met by silence.
final class ServiceMessages {

    private ServiceMessages() {}

    static boolean isOne(Message message) {
        return Stream.of(
                        ofMembers(message),
                        ofChat(message),
                        ofTopics(message),
                        ofVideoChats(message),
                        ofPayments(message),
                        ofContent(message))
                .flatMap(fields -> fields)
                .anyMatch(Objects::nonNull);
    }

    private static Stream<@Nullable Object> ofMembers(Message message) {
        return Stream.of(
                list(message.getNewChatMembers()),
                message.getLeftChatMember(),
                message.getChatOwnerLeft(),
                message.getChatOwnerChanged(),
                message.getUserShared(),
                message.getUsersShared(),
                message.getChatShared(),
                message.getConnectedWebsite(),
                message.getWriteAccessAllowed(),
                message.getPassportData(),
                message.getWebAppData(),
                message.getManagedBotCreated());
    }

    private static Stream<@Nullable Object> ofChat(Message message) {
        return Stream.of(
                message.getNewChatTitle(),
                list(message.getNewChatPhoto()),
                message.getDeleteChatPhoto(),
                message.getGroupchatCreated(),
                message.getSuperGroupCreated(),
                message.getChannelChatCreated(),
                message.getMigrateToChatId(),
                message.getMigrateFromChatId(),
                message.getMessageAutoDeleteTimerChanged(),
                message.getChatBackgroundSet(),
                message.getBoostAdded(),
                message.getCommunityChatAdded(),
                message.getCommunityChatRemoved(),
                message.getProximityAlertTriggered());
    }

    private static Stream<@Nullable Object> ofTopics(Message message) {
        return Stream.of(
                message.getForumTopicCreated(),
                message.getForumTopicClosed(),
                message.getForumTopicReopened(),
                message.getForumTopicEdited(),
                message.getGeneralForumTopicHidden(),
                message.getGeneralForumTopicUnhidden());
    }

    private static Stream<@Nullable Object> ofVideoChats(Message message) {
        return Stream.of(
                message.getVideoChatStarted(),
                message.getVideoChatEnded(),
                message.getVideoChatParticipantsInvited(),
                message.getVideoChatScheduled());
    }

    private static Stream<@Nullable Object> ofPayments(Message message) {
        return Stream.of(
                message.getSuccessfulPayment(),
                message.getRefundedPayment(),
                message.getPaidMessagePriceChanged(),
                message.getDirectMessagePriceChanged(),
                message.getSuggestedPostApproved(),
                message.getSuggestedPostApprovalFailed(),
                message.getSuggestedPostDeclined(),
                message.getSuggestedPostPaid(),
                message.getSuggestedPostRefunded());
    }

    private static Stream<@Nullable Object> ofContent(Message message) {
        return Stream.of(
                message.getPinnedMessage(),
                message.getGiveawayCreated(),
                message.getGiveawayCompleted(),
                message.getChecklistTasksDone(),
                message.getChecklistTasksAdded(),
                message.getPollOptionAdded(),
                message.getPollOptionDeleted());
    }

    /// Lists that are missing may be read as empty.
    private static @Nullable Object list(@Nullable List<?> field) {
        return field == null || field.isEmpty() ? null : field;
    }
}
