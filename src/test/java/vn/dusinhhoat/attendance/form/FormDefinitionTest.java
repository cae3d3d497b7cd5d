package vn.dusinhhoat.attendance.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dusinhhoat.attendance.form.FormDefinition.Section;

/** What a definition may say, and what the shipped ones say. */
class FormDefinitionTest {

    static Stream<FormDefinition> shipped() {
        return Stream.of(Forms.COMMITTEE.definition(), Forms.COMMUNE.definition());
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void sixAnswersAreOpenAndTheRestIsFolded(FormDefinition form) {
        assertThat(form.sections().get(0).title()).isNull();
        assertThat(form.sections().subList(1, form.sections().size())).allMatch(section -> section.title() != null)
                .flatExtracting(Section::fields).noneMatch(field -> ((FormField) field).required());
        assertThat(form.fields()).filteredOn(field -> field.required() && field.when() == null).extracting(FormField::name)
                .containsExactly("meetingKind", "startedAt", "endedAt", "present", "required", "ownScore", "recommendations", "summary");
    }

    /** II.1d and II.2 ask different things of the two. */
    @Test
    void theCommuneLevelIsAskedWhatThePlanAsksOfIt() {
        List<String> committee = Forms.COMMITTEE.definition().fields().stream().map(FormField::name).toList();
        List<String> commune = Forms.COMMUNE.definition().fields().stream().map(FormField::name).toList();
        assertThat(committee).contains("massOrganizations", "memberRecruitment").doesNotContain("contribution", "documentHelp");
        assertThat(commune).contains("contribution", "documentHelp").doesNotContain("massOrganizations", "memberRecruitment");
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void itIsWrittenInComposedVietnameseAndSurvivesItsStore(FormDefinition form) throws JsonProcessingException {
        String json = Forms.JSON.writeValueAsString(form);
        assertThat(Normalizer.isNormalized(json, Normalizer.Form.NFC)).isTrue();
        assertThat(Forms.JSON.readValue(json, FormDefinition.class)).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{'name':'a b','type':'TEXT','label':'x'}",
        "{'name':'a','type':'TEXT'}",
        "{'name':'a','label':'x'}",
        "{'name':'a','type':'TEXT','label':'x','required':true}",
        "{'name':'a','type':'NUMBER','label':'x'}",
        "{'name':'a','type':'CHOICE','label':'x','wrong':'y'}",
        "{'name':'a','type':'TEXT','label':'x','choices':[{'value':'A','label':'B'}]}",
        "{'name':'a','type':'TEXT','label':'x','most':20001}",
        "{'name':'a','type':'TEXT','label':'x','when':{'field':'b','in':['A']}}",
        "{'name':'a','type':'TEXT','label':'x','prefill':{'source':'LAST_REPORT'}}",
        "{'name':'a','type':'NUMBER','label':'x','wrong':'y','prefill':{'source':'MEETING_TIME'}}",
        "{'name':'a','type':'ROWS','label':'x','wrong':'y'}",
        "{'name':'a','type':'ROWS','label':'x','wrong':'y','columns':[{'name':'b','type':'ROWS','label':'x','wrong':'y','columns':[]}]}",
        "{'name':'a','type':'SCORE','label':'x','wrong':'y'}",
        "{'name':'a','type':'SCORE','label':'x','wrong':'y','rubrics':{'by':'b','use':{}}}",
        "{'name':'a','type':'TEXT','label':'x'},{'name':'a','type':'TEXT','label':'x'}",
    })
    void refusesAFieldThatContradictsItself(String fields) {
        assertThatThrownBy(() -> read("{'sections':[{'fields':[" + fields + "]}]}")).hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{'kind':'AFTER','field':'n','other':'t','message':'x'}",
        "{'kind':'NOT_MORE','field':'n','other':'gone','message':'x'}",
        "{'kind':'NOT_MORE','field':'n','other':'n'}",
        "{'kind':'SUM_NOT_MORE','field':'n','other':'n','message':'x'}",
        "{'kind':'SUM_NOT_MORE','field':'n','summands':['n','t'],'other':'n','message':'x'}",
    })
    void refusesARuleThatDoesNotFit(String rule) {
        assertThatThrownBy(() -> read("{'sections':[{'fields':[{'name':'n','type':'NUMBER','label':'x','wrong':'y'},"
                + "{'name':'t','type':'TIME','label':'x','wrong':'y'}]}],'rules':[" + rule + "]}"))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{'levels':[],'sheets':{}}",
        "{'levels':[{'from':50,'code':'A','label':'B'}],'sheets':{}}",
        "{'levels':[{'from':0,'code':'A','label':'B'},{'from':50,'code':'C','label':'D'}],'sheets':{}}",
        "{'levels':[{'from':0,'code':'A','label':'B'}],'sheets':{'R':{'title':'x','criteria':[{'name':'a','label':'x','most':99}]}}}",
        "{'levels':[{'from':0,'code':'A','label':'B'}],'sheets':{'R':{'title':'x','criteria':[{'name':'a','label':'x','most':50},"
            + "{'name':'a','label':'x','most':50}]}}}",
    })
    void refusesARubricThatDoesNotMakeAHundred(String rubric) {
        assertThatThrownBy(() -> Forms.JSON.readValue(rubric.replace('\'', '"'), ScoreRubric.class))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    private static FormDefinition read(String json) throws JsonProcessingException {
        return Forms.JSON.readValue(json.replace('\'', '"'), FormDefinition.class);
    }
}
