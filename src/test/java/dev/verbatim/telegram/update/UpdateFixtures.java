package dev.verbatim.telegram.update;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.verbatim.telegram.update.MessageContext.ChatKind;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Updates in the Bot API's JSON, of Ann, Ben and a bot called `a_bot`, and what a decoder makes of
/// them.
final class UpdateFixtures {

    static final String ANN =
            "\"from\":{\"id\":7,\"is_bot\":false,\"first_name\":\"Ann\",\"language_code\":\"de-AT\"}";
    static final String US =
            "{\"id\":1,\"is_bot\":true,\"first_name\":\"Bot\",\"username\":\"a_bot\"}";
    static final String IN_GROUP = ",\"chat\":{\"id\":-5,\"type\":\"supergroup\",\"title\":\"G\"}}";
    static final String BEN = "{\"id\":8,\"is_bot\":false,\"first_name\":\"Ben\"}";
    static final String REPLY_TO_US =
            "\"reply_to_message\":{\"message_id\":90,\"date\":1,\"text\":\"An answer.\",\"from\":"
                    + US
                    + IN_GROUP;
    static final String REPLY_TO_BEN =
            "\"reply_to_message\":{\"message_id\":90,\"date\":1,\"text\":\"How many came?\",\"from\":"
                    + BEN
                    + IN_GROUP;
    static final String REPLY_TO_WHAT_BEN_SENT_THROUGH_US =
            "\"reply_to_message\":{\"message_id\":90,\"date\":1,\"text\":\"An answer.\",\"via_bot\":"
                    + US
                    + ",\"from\":"
                    + BEN
                    + IN_GROUP;
    static final String FORWARDED =
            "\"forward_origin\":{\"type\":\"hidden_user\",\"date\":1,\"sender_user_name\":\"Ben\"}";
    static final MessageContext GROUP =
            new MessageContext(
                    -5, 101, null, Locale.forLanguageTag("de-AT"), 7, ChatKind.SUPERGROUP);
    static final BotIdentity ME = new BotIdentity(1, "a_bot", false, true, false);
    static final MessageContext ORIGIN =
            new MessageContext(7, 101, null, Locale.forLanguageTag("de-AT"), 7, ChatKind.PRIVATE);
    static final String ELSEWHERE =
            "\"external_reply\":{\"origin\":{\"type\":\"hidden_user\",\"date\":1,"
                    + "\"sender_user_name\":\"Ben\"},\"message_id\":12}";

    private UpdateFixtures() {}

    static String membership(String from, String to, String kind) {
        String user = "\"user\":" + US + ",\"is_member\":true,\"can_send_messages\":true,";
        return "{\"update_id\":1,\"my_chat_member\":{\"date\":1,"
                + ANN
                + ",\"chat\":{\"id\":-5,\"title\":\"G\",\"type\":\""
                + kind
                + "\"},\"old_chat_member\":{"
                + user
                + "\"status\":\""
                + from
                + "\"},\"new_chat_member\":{"
                + user
                + "\"status\":\""
                + to
                + "\"}}}";
    }

    static Incoming inGroup(String content) {
        return decoded(inGroup(ANN, content));
    }

    static String inGroup(String from, String content) {
        return "{\"update_id\":1,\"message\":{\"message_id\":101,\"date\":1,"
                + from
                + ",\"chat\":{\"id\":-5,\"type\":\"supergroup\",\"title\":\"G\"},"
                + content
                + "}}";
    }

    static Incoming written(String text, String... more) {
        String entities = String.join(",", mentions(text));
        String rest = more.length == 0 ? "" : "," + String.join(",", more);
        return inGroup("\"text\":\"" + text + "\",\"entities\":[" + entities + "]" + rest);
    }

    /// As Telegram marks them.
    static List<String> mentions(String text) {
        return Pattern.compile("(?<![\\w/])@\\w+")
                .matcher(text)
                .results()
                .filter(found -> found.start() == 0 || text.charAt(found.start() - 1) == ' ')
                .map(
                        found ->
                                "{\"type\":\"mention\",\"offset\":"
                                        + found.start()
                                        + ",\"length\":"
                                        + found.group().length()
                                        + "}")
                .toList();
    }

    static String replyTo(String from, String text) {
        return "\"reply_to_message\":{\"message_id\":90,\"date\":1,\"text\":\""
                + text
                + "\",\"from\":"
                + from
                + ",\"chat\":{\"id\":-5,\"type\":\"supergroup\",\"title\":\"G\"}}";
    }

    static Incoming message(String content) {
        return decoded(privateMessage(content));
    }

    static String privateMessage(String content) {
        return "{\"update_id\":1,\"message\":{\"message_id\":101,\"date\":1,"
                + ANN
                + ",\"chat\":{\"id\":7,\"type\":\"private\"},"
                + content
                + "}}";
    }

    static Incoming press(String data, String message) {
        return decoded(
                "{\"update_id\":1,\"callback_query\":{\"id\":\"q\",\"chat_instance\":\"1\","
                        + ANN
                        + ",\"data\":\""
                        + data
                        + "\",\"message\":{\"message_id\":101,\"chat\":{\"id\":7,\"type\":\"private\"},"
                        + message
                        + "}}}");
    }

    static Incoming decoded(String json) {
        return decoded(json, new UpdateDecoder(ME));
    }

    static Incoming decoded(String json, UpdateDecoder decoder) {
        try {
            return decoder.decode(UpdateDecoder.JSON.readTree(json)).incoming();
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
