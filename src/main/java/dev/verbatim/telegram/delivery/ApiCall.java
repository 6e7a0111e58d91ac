package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.verbatim.telegram.delivery.ApiResult.Barrier;
import dev.verbatim.telegram.update.UpdateDecoder;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

/// A call to be made as soon as it may be, whatever happens meanwhile. Can be written down.
///
/// @param chatId whose calls are made one after another, in the order they were committed
/// @param key of which there is only one: a second call with it is not made. Empty for one made of
///   the update and the call's place in its turn.
public record ApiCall(long chatId, String key, Content content) {

    private static final String FOR_ONE = "ephemeral_message_parameters";
    private static final String RICH = "rich_message";

    /// A call in some chat. Its body may name one; that is put right when it is made.
    public static ApiCall of(long chatId, BotApiMethod<?> method) {
        return new ApiCall(
                chatId, "", new Content(method.getMethod(), body(method), null, null, null));
    }

    /// The JSON that a method is called with.
    static ObjectNode body(BotApiMethod<?> method) {
        ObjectNode body = UpdateDecoder.JSON.valueToTree(method);
        body.remove("method");
        return body;
    }

    /// Sends a file. Kept in the store until then, so it should be small.
    ///
    /// @param caption empty for none
    public static ApiCall document(long chatId, String name, byte[] bytes, String caption) {
        ObjectNode body = UpdateDecoder.JSON.createObjectNode();
        if (!caption.isEmpty()) {
            body.put("caption", caption);
        }
        var upload = new Upload(name, Base64.getEncoder().encodeToString(bytes));
        return new ApiCall(chatId, "", new Content("sendDocument", body, upload, null, null));
    }

    /// Sends a picture, kept in the store until then.
    ///
    /// @param topicId of the chat; missing for none
    public static ApiCall photo(
            long chatId, @Nullable Integer topicId, byte[] png, String caption) {
        ObjectNode body = UpdateDecoder.JSON.createObjectNode().put("caption", caption);
        if (topicId != null) {
            body.put("message_thread_id", topicId);
        }
        var upload = new Upload("picture.png", Base64.getEncoder().encodeToString(png));
        return new ApiCall(chatId, "", new Content("sendPhoto", body, upload, null, null));
    }

    /// The same, for a message that nobody may forward or save.
    public ApiCall withProtectedContent() {
        ObjectNode body = content.body.deepCopy();
        return with(
                new Content(
                        content.method,
                        body.put("protect_content", true),
                        content.upload,
                        content.notice,
                        content.otherwise));
    }

    /// The same message, shown as a rich one where Telegram takes it.
    ///
    /// @param message an `InputRichMessage`
    public ApiCall withRichMessage(ObjectNode message) {
        ObjectNode body = content.body.deepCopy();
        body.set(RICH, message);
        return with(
                new Content(
                        content.method, body, content.upload, content.notice, content.otherwise));
    }

    /// The same message for one user of the group only, as a reply to nothing. It needs an
    /// alternative ([#otherwise]) for where that isn't possible.
    ///
    /// The fields of Bot API 10.2 and of 10.3 are both given: each server passes over the other's.
    ///
    /// @param queryId of the press of a button that it answers; empty for none
    public ApiCall forOnly(long personId, String queryId) {
        ObjectNode body = content.body.deepCopy();
        body.remove("reply_parameters");
        addReceiver(body, personId, queryId);
        addReceiver(body.putObject(FOR_ONE), personId, queryId);
        return with(
                new Content(
                        content.method, body, content.upload, content.notice, content.otherwise));
    }

    private static void addReceiver(ObjectNode body, long personId, String queryId) {
        body.put("receiver_user_id", personId);
        if (!queryId.isEmpty()) {
            body.put("callback_query_id", queryId);
        }
    }

    /// The same, made only once for all calls with this key in about a week.
    public ApiCall withKey(String newKey) {
        return new ApiCall(chatId, newKey, content);
    }

    /// The same, and the [SendListener] of that name is told the number of the message.
    ///
    /// @param note for the listener, such as what the message is about
    public ApiCall withListener(String name, String note) {
        return with(
                new Content(
                        content.method,
                        content.body,
                        content.upload,
                        new Notice(name, note),
                        content.otherwise));
    }

    /// The same, and when Telegram refuses it, another instead, with the same receipt.
    public ApiCall otherwise(ApiCall other) {
        return with(
                new Content(
                        content.method,
                        content.body,
                        content.upload,
                        content.notice,
                        other.content));
    }

    private ApiCall with(Content other) {
        return new ApiCall(chatId, key, other);
    }

    /// The part of a call that is stored. Its components are the stored JSON's fields, so their
    /// names stay.
    ///
    /// @param notice for the listener that wants to know the message's number
    /// @param otherwise what to call when this is refused
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Content(
            String method,
            JsonNode body,
            @Nullable Upload upload,
            @Nullable Notice notice,
            @Nullable Content otherwise) {

        static Content read(String json) throws JsonProcessingException {
            return UpdateDecoder.JSON.readValue(json, Content.class);
        }

        String json() {
            try {
                return UpdateDecoder.JSON.writeValueAsString(this);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("it was made of JSON", e);
            }
        }

        /// The body for a chat.
        ObjectNode bodyIn(long chatId) {
            ObjectNode copy = body.deepCopy();
            return chatId == BotApiGateway.NO_CHAT || !isInChat()
                    ? copy
                    : copy.put("chat_id", chatId);
        }

        /// Whether it can be made with a rich message in place of the text.
        boolean hasRichMessage() {
            return body.has(RICH);
        }

        /// The same with the rich message only.
        Content asRichMessage() {
            ObjectNode copy = body.deepCopy();
            copy.remove(List.of("text", "entities", "link_preview_options"));
            boolean sends = method.equalsIgnoreCase("sendMessage");
            return new Content(
                    sends ? RichMessageSupport.METHOD : method, copy, upload, notice, otherwise);
        }

        /// The same with the text only.
        Content withoutRichMessage() {
            ObjectNode copy = body.deepCopy();
            copy.remove(RICH);
            return new Content(method, copy, upload, notice, otherwise);
        }

        /// Whether it sends or changes a message that one user only sees.
        boolean isEphemeral() {
            return body.has(FOR_ONE) || body.has("ephemeral_message_id");
        }

        /// Whether it sends one which answers the press of a button.
        boolean isByPress() {
            return body.path(FOR_ONE).has("callback_query_id");
        }

        /// Whether it is made in the chat whose turn it takes, and so depends on whether the bot
        /// may write there.
        boolean isInChat() {
            return !body.has("inline_message_id") && !body.has("guest_query_id");
        }

        /// The same, but no reply to anything.
        Content withoutReply() {
            ObjectNode copy = body.deepCopy();
            copy.remove("reply_parameters");
            return new Content(method, copy, upload, notice, otherwise);
        }

        /// What to call when this is refused; null when there is nothing.
        @Nullable Content afterRefusal() {
            return otherwise == null
                    ? null
                    : new Content(
                            otherwise.method,
                            otherwise.body,
                            otherwise.upload,
                            notice,
                            otherwise.otherwise);
        }
    }

    /// A file.
    ///
    /// @param base64 its bytes
    record Upload(String name, String base64) {

        byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }
    }

    /// The name of a [SendListener] and what it is to be told.
    record Notice(String receipt, String note) {}

    /// A listener that learns the number which Telegram gave to a message: see [#withListener].
    public interface SendListener {

        /// Its name in calls. It never changes, because calls that wait in the store have it.
        String name();

        /// The call was made. What is written here is committed with that fact.
        ///
        /// @param messageId 0 when the call's result is no message
        /// @param note what the call had for it
        void sent(long chatId, int messageId, String note, JdbcClient rows);

        /// The call can't arrive and is dropped. What is written here is committed with that fact.
        ///
        /// @param note what the call had for it
        default void dropped(long chatId, String note, Barrier barrier, JdbcClient rows) {}
    }
}
