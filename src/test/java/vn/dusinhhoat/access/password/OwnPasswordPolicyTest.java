package vn.dusinhhoat.access.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row S9 of the threat list. */
class OwnPasswordPolicyTest {

    private final OwnPasswordPolicy policy = new OwnPasswordPolicy();

    @ParameterizedTest
    @ValueSource(strings = {"Chi-bo-khu-dan-cu-2026", "đường làng mưa trơn", "con trâu đi trước cái cày theo sau, đất này là của ta",
        "correct horse battery", "Xk9#mQ2$vL7p", "Đồng lúa chín vàng óng ả dưới nắng chiều quê mẹ thân thương năm ấy"})
    void acceptsLongSentencesOfAnyLetters(String password) {
        assertThat(broken(password)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ngắn quá", "11 ký tự!!!", "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00"})
    void refusesShortOnes(String password) {
        assertThat(broken(password)).contains("PASSWORD_POLICY_LENGTH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"matkhau12345678", "Mật khẩu 2026!!!", "Password123456", "123456789012", "098765432109", "qwertyuiopas",
        "aaaaaaaaaaaaaaa", "abcabcabcabcabc", "Đảng Cộng sản Việt Nam", "!!!!!!!!!!!!", "Nghệ An 2026 !!!", "anh yêu anh yêu anh yêu"})
    void refusesWhatEverybodyTries(String password) {
        assertThat(broken(password)).contains("PASSWORD_POLICY_COMMON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nguyễn Văn Tèo 1975", "nguyenvanteo!!!", "2026 nguyen van teo", "canboxakimlien1"})
    void refusesOnesOwnName(String password) {
        assertThat(broken(password)).contains("PASSWORD_POLICY_USER_DATA");
    }

    private List<String> broken(String password) {
        User user = new UserEntity("canboxakimlien");
        user.setFirstName("Nguyễn Văn");
        user.setLastName("Tèo");
        return policy.getRules().stream().filter(rule -> !rule.execute(password, user) || !rule.execute(password))
                .map(rule -> rule.getPlaceholder()).toList();
    }
}
