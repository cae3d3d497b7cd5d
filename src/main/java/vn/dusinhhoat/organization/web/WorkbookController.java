package vn.dusinhhoat.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import vn.dusinhhoat.organization.imports.FaultWorkbook;
import vn.dusinhhoat.organization.imports.OrganizationImports;
import vn.dusinhhoat.organization.register.OrganizationRegister;
import vn.dusinhhoat.platform.Audit;
import vn.dusinhhoat.platform.Audit.Entry;
import vn.dusinhhoat.platform.Audit.Kind;
import vn.dusinhhoat.platform.Caller;

/** Workbooks to download, for administrators. */
@RestController
@RequestMapping("/camunda/api/organization")
class WorkbookController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final OrganizationRegister register;
    private final OrganizationImports imports;
    private final Caller caller;
    private final Audit audit;

    WorkbookController(OrganizationRegister register, OrganizationImports imports, Caller caller, Audit audit) {
        this.register = register;
        this.imports = imports;
        this.caller = caller;
        this.audit = audit;
    }

    @GetMapping("/template.xlsx")
    void template(HttpServletResponse response) throws IOException {
        caller.requireAdministrator();
        announce(response, "mau-to-chuc-dang.xlsx");
        register.writeTemplate(response.getOutputStream());
    }

    @GetMapping("/current.xlsx")
    void current(HttpServletResponse response) throws IOException {
        caller.requireAdministrator();
        audit.record(Entry.done(Kind.READ, caller.userId(), "organization", null, "current.xlsx"));
        announce(response, "to-chuc-dang-hien-nay.xlsx");
        register.writeCurrent(response.getOutputStream());
    }

    @GetMapping("/imports/{id}/faults.xlsx")
    void faults(@PathVariable Long id, HttpServletResponse response) throws IOException {
        caller.requireAdministrator();
        Long found = imports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)).id();
        audit.record(Entry.done(Kind.READ, caller.userId(), "organization_import", found, "faults.xlsx"));
        announce(response, "loi-can-sua.xlsx");
        FaultWorkbook.write(imports.allFaults(found), response.getOutputStream());
    }

    private static void announce(HttpServletResponse response, String fileName) {
        response.setContentType(XLSX);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(fileName, StandardCharsets.UTF_8).build().toString());
    }
}
