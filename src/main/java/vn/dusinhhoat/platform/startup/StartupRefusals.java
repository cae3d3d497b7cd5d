package vn.dusinhhoat.platform.startup;

import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import vn.dusinhhoat.platform.StartupRefused;

/** Says in one sentence why the application did not start. Registered in {@code META-INF/spring.factories}. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartupRefusals implements FailureAnalyzer {

    private static final int DEEPEST_CAUSE = 30;

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        return sentenceFor(failure).map(sentence -> new FailureAnalysis(sentence, null, failure)).orElse(null);
    }

    static Optional<String> sentenceFor(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            String sentence = sentenceForOne(cause);
            if (sentence != null) {
                return Optional.of(sentence);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static String sentenceForOne(Throwable cause) {
        if (cause instanceof StartupRefused refused) {
            return refused.getMessage();
        }
        if (cause instanceof PortInUseException taken) {
            return "Cổng " + taken.getPort() + " đang có chương trình khác dùng: dừng chương trình đó,"
                    + " hoặc chọn cổng khác bằng --server.port (cổng quản trị: --management.server.port).";
        }
        if (cause instanceof FlywayValidateException) {
            return wrongSchema();
        }
        if (cause instanceof FlywayException && String.valueOf(cause.getMessage()).contains("non-empty schema")) {
            return "Cơ sở dữ liệu không trống mà không phải của ứng dụng này: dùng một cơ sở dữ liệu trống.";
        }
        if (cause instanceof SQLException sql) {
            return sentenceForDatabase(String.valueOf(sql.getSQLState()));
        }
        // Compared by name: this class is loaded before it is known whether the engine is there.
        return cause.getClass().getSimpleName().equals("WrongDbException") ? wrongSchema() : null;
    }

    private static String sentenceForDatabase(String state) {
        if (state.startsWith("28")) {
            return "Cơ sở dữ liệu từ chối tài khoản: kiểm tra SPRING_DATASOURCE_USERNAME và mật khẩu.";
        }
        if (state.startsWith("3D")) {
            return "Không có cơ sở dữ liệu mang tên trong SPRING_DATASOURCE_URL: tạo cơ sở dữ liệu trống rồi khởi động lại.";
        }
        if (state.startsWith("08")) {
            return "Không kết nối được với cơ sở dữ liệu: kiểm tra SPRING_DATASOURCE_URL và máy chủ PostgreSQL"
                    + " rồi khởi động lại.";
        }
        return null;
    }

    private static String wrongSchema() {
        return "Cơ sở dữ liệu thuộc phiên bản khác của ứng dụng: dùng đúng phiên bản ứng dụng,"
                + " hoặc khôi phục bản sao lưu cùng phiên bản.";
    }
}
