package vn.dusinhhoat.platform.startup;

import java.time.ZoneId;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.InstallationProperties;
import vn.dusinhhoat.platform.StartupRefused;
import vn.dusinhhoat.platform.TimeZones;

/** Settings under which the application would be wrong or open: refused before the first bean is made. */
@Component
class StartupRequirements implements BeanFactoryPostProcessor, EnvironmentAware {

    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        requireZone(ZoneId.systemDefault());
        requireAuthorization();
        requireOwnSamplePassword();
    }

    static void requireZone(ZoneId zone) {
        if (!zone.equals(TimeZones.VIETNAM)) {
            throw new StartupRefused("Múi giờ đang là " + zone.getId()
                    + ": khởi động bằng lớp DuSinhHoatApplication hoặc đặt -Duser.timezone=Asia/Ho_Chi_Minh.");
        }
    }

    private void requireAuthorization() {
        if (!environment.getProperty("camunda.bpm.authorization.enabled", Boolean.class, false)) {
            throw new StartupRefused("Phân quyền đang tắt (camunda.bpm.authorization.enabled):"
                    + " bỏ thiết đặt này, ứng dụng không chạy khi ai cũng xem được mọi việc.");
        }
    }

    private void requireOwnSamplePassword() {
        boolean sample = environment.getProperty("dusinhhoat.sample.enabled", Boolean.class, false);
        String password = environment.getProperty("dusinhhoat.sample.password", InstallationProperties.SAMPLE_PASSWORD);
        String address = environment.getProperty("server.address", "");
        boolean loopback = address.equals("127.0.0.1") || address.equals("localhost") || address.equals("::1");
        if (sample && !loopback && password.equals(InstallationProperties.SAMPLE_PASSWORD)) {
            throw new StartupRefused("Dữ liệu mẫu mở cho máy khác (server.address) mà vẫn dùng mật khẩu mẫu có sẵn:"
                    + " đặt dusinhhoat.sample.password, hoặc tắt dusinhhoat.sample.enabled.");
        }
    }
}
