package vn.dusinhhoat.organization.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.organization.register.Fault;
import vn.dusinhhoat.organization.register.OrganizationRegister;
import vn.dusinhhoat.organization.register.OrganizationRegister.Checked;
import vn.dusinhhoat.platform.InstallationProperties;
import vn.dusinhhoat.platform.StartupRefused;
import vn.dusinhhoat.platform.StartupStep;

/** Takes a workbook in before the first request: {@code --dusinhhoat.organization.file=to-chuc.xlsx}. */
@Component
@Order(StartupStep.ORGANIZATION)
class OrganizationAtStart implements StartupStep {

    private static final Logger LOG = LoggerFactory.getLogger(OrganizationAtStart.class);
    private static final String ACTOR = "organization.file";
    private static final int MOST_LOGGED = 20;

    private final OrganizationRegister register;
    private final InstallationProperties.OrganizationFile settings;

    OrganizationAtStart(OrganizationRegister register, InstallationProperties installation) {
        this.register = register;
        this.settings = installation.organization();
    }

    @Override
    public void run() {
        Path file = settings.file();
        if (file == null) {
            return;
        }
        if (!Files.isReadable(file)) {
            throw new StartupRefused("Không đọc được tệp " + file + ": kiểm tra tên tệp trong dusinhhoat.organization.file.");
        }
        try {
            takeIn(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void takeIn(Path file) throws IOException {
        Checked checked = register.check(file, percent -> { });
        if (checked.faultCount() > 0) {
            Path list = write(file, checked.faults());
            // Without the values: they may name people.
            checked.faults().stream().limit(MOST_LOGGED).forEach(fault -> LOG.error("{}", withoutValue(fault)));
            throw new StartupRefused("Tệp " + file + " có " + checked.faultCount() + " lỗi, chưa ghi gì: xem " + list
                    + ", sửa tệp rồi chạy lại.");
        }
        if (!register.apply(file, checked.revision(), ACTOR, percent -> { })) {
            throw new StartupRefused("Dữ liệu tổ chức vừa được thay đổi từ nơi khác: chạy lại.");
        }
        LOG.info("Organisation taken in from {}: {} changes", file, checked.changes().size());
    }

    private static String withoutValue(Fault fault) {
        return new Fault(fault.sheet(), fault.line(), fault.column(), "", fault.problem(), fault.remedy()).place()
                + ": " + fault.problem() + ". " + fault.remedy();
    }

    private static Path write(Path file, List<Fault> faults) throws IOException {
        Path list = file.resolveSibling(file.getFileName().toString().replaceAll("\\.xlsx$", "") + "-loi.xlsx");
        try (OutputStream out = Files.newOutputStream(list)) {
            FaultWorkbook.write(faults, out);
        }
        return list;
    }

    @EventListener
    void endIfAsked(ApplicationReadyEvent ready) {
        if (settings.file() != null && settings.thenExit()) {
            System.exit(SpringApplication.exit(ready.getApplicationContext()));
        }
    }
}
