package vn.dusinhhoat.planning.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dusinhhoat.planning.CampaignDocuments;
import vn.dusinhhoat.planning.CampaignDocuments.Content;
import vn.dusinhhoat.template.DocumentFrame;
import vn.dusinhhoat.template.DocumentFrames;
import vn.dusinhhoat.template.PlanDocument;
import vn.dusinhhoat.template.PlanDocuments;

/** The consolidated plan as a document, for its bodies, and for its members once it is in force. To others it does not exist: 404. */
@RestController
@RequestMapping("/camunda/api/plans/campaigns/{id:\\d{1,18}}")
class CampaignDocumentController {

    private static final MediaType WORD = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    private static final MediaType EXCEL = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private interface Rendering {

        void into(PlanDocument plan, OutputStream out) throws IOException;
    }

    private final CampaignDocuments contents;
    private final DocumentFrames frames;
    private final PlanDocuments documents;

    CampaignDocumentController(CampaignDocuments contents, DocumentFrames frames, PlanDocuments documents) {
        this.contents = contents;
        this.frames = frames;
        this.documents = documents;
    }

    @GetMapping("/word")
    ResponseEntity<byte[]> word(@PathVariable Long id) {
        return answer(id, documents::word, WORD, ".docx");
    }

    @GetMapping("/excel")
    ResponseEntity<byte[]> excel(@PathVariable Long id) {
        return answer(id, documents::excel, EXCEL, ".xlsx");
    }

    private ResponseEntity<byte[]> answer(Long id, Rendering rendering, MediaType type, String ending) {
        Content content = contents.of(id);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            rendering.into(document(content), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok().contentType(type).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename("Kế hoạch dự sinh hoạt chi bộ năm " + content.year() + ending, StandardCharsets.UTF_8).build().toString())
                .body(out.toByteArray());
    }

    private PlanDocument document(Content content) {
        DocumentFrame frame = frames.plan(content.issuer(), content.year());
        return new PlanDocument(content.inForce() ? frame.issued(null, null) : frame, content.year(),
                frames.planIntroduction(content.issuer(), content.year()), content.visits(), content.cells(),
                frames.planArrangements(content.issuer(), content.year()), content.specialShown());
    }
}
