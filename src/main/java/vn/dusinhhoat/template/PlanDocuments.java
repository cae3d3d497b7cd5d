package vn.dusinhhoat.template;

import java.io.IOException;
import java.io.OutputStream;
import org.springframework.stereotype.Service;
import vn.dusinhhoat.template.layout.WordLayout;
import vn.dusinhhoat.template.plan.PlanSamples;
import vn.dusinhhoat.template.plan.PlanWord;
import vn.dusinhhoat.template.plan.PlanWorkbook;

/** The documents of a level's consolidated plan (III.1a, III.5b); threads may share it, nothing of a plan is kept. */
@Service
public class PlanDocuments {

    static final String LAYOUT = "ke-hoach-nam.docx";

    private final WordLayout layout;

    PlanDocuments(Layouts layouts) {
        this.layout = layouts.checked(LAYOUT, PlanWord.of(PlanSamples.full()), PlanWord.of(PlanSamples.empty()));
    }

    /** Writes the Word document (.docx) in the Party's layout; the stream stays open. */
    public void word(PlanDocument plan, OutputStream out) throws IOException {
        layout.fill(PlanWord.of(plan), out);
    }

    /** Writes the workbook (.xlsx) of the same plan; the stream stays open. */
    public void excel(PlanDocument plan, OutputStream out) throws IOException {
        PlanWorkbook.write(plan, out);
    }
}
