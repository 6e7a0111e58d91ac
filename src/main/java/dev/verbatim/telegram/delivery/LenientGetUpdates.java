package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/// A poll that reads update by update. The library reads them all at once, and with one that it
/// can't read (a field that should not be missing, a new kind of an old thing) it asks for the same
/// batch for ever.
///
/// An unreadable update becomes one with nothing but its number, so that the queue moves on.
final class LenientGetUpdates extends GetUpdates {

    private static final Logger log = LoggerFactory.getLogger(LenientGetUpdates.class);

    private final transient Consumer<Outcome> report;

    /// What is reported while a response is read.
    enum Outcome {
        POLLED,
        SKIPPED_UPDATE,
        NO_RESPONSE
    }

    LenientGetUpdates(int offset, int seconds, List<String> kinds, Consumer<Outcome> report) {
        super(offset, 100, seconds, kinds);
        this.report = report;
    }

    @Override
    @SuppressWarnings("NonApiType") // the library wants an ArrayList, and changes it
    public ArrayList<Update> deserializeResponse(String answer) throws TelegramApiRequestException {
        JsonNode result = result(answer);
        var updates = new ArrayList<Update>();
        for (JsonNode update : result) {
            if (update.path("update_id").canConvertToInt()) {
                updates.add(read(update));
            }
        }
        report.accept(Outcome.POLLED);
        return updates;
    }

    private JsonNode result(String answer) throws TelegramApiRequestException {
        try {
            JsonNode response = OBJECT_MAPPER.readTree(answer);
            if (response.path("ok").asBoolean() && response.path("result").isArray()) {
                return response.path("result");
            }
        } catch (JsonProcessingException e) {
            // Its message would quote what people wrote.
            log.debug("not JSON: {}", e.getClass().getSimpleName());
        }
        report.accept(Outcome.NO_RESPONSE);
        throw new TelegramApiRequestException("not a response to getUpdates");
    }

    private Update read(JsonNode json) {
        try {
            return OBJECT_MAPPER.treeToValue(json, Update.class);
        } catch (JsonProcessingException e) {
            report.accept(Outcome.SKIPPED_UPDATE);
            int id = json.path("update_id").intValue();
            log.warn("update {} can't be read and is skipped, at {}", id, place(e));
            var empty = new Update();
            empty.setUpdateId(id);
            return empty;
        }
    }

    /// The path to what could not be read: names of fields, nothing that anybody wrote.
    private static String place(JsonProcessingException e) {
        return e instanceof JsonMappingException mapping
                ? mapping.getPathReference()
                : e.getClass().getSimpleName();
    }
}
