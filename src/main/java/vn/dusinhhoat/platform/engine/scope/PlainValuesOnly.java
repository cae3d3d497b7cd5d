package vn.dusinhhoat.platform.engine.scope;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;
import vn.dusinhhoat.platform.RuleViolation;

/**
 * Stands before the serializer of a type and refuses its values, whoever sets them: a case keeps ids and outcomes (ADR
 * 0004), and reading serialized objects back is a way to run code.
 */
final class PlainValuesOnly implements TypedValueSerializer<TypedValue> {

    private final ValueType refused;

    private PlainValuesOnly(ValueType refused) {
        this.refused = refused;
    }

    @SuppressWarnings("rawtypes")
    static List<TypedValueSerializer> ofAllRefusedTypes() {
        return Stream.of(ValueType.OBJECT, ValueType.BYTES, ValueType.FILE)
                .map(type -> (TypedValueSerializer) new PlainValuesOnly(type)).toList();
    }

    @Override
    public String getName() {
        return "refused-" + refused.getName();
    }

    @Override
    public ValueType getType() {
        return refused;
    }

    @Override
    public boolean canHandle(TypedValue value) {
        if (refused.equals(value.getType())) {
            throw new RuleViolation("Biến của quy trình chỉ nhận chữ, số, ngày, đúng hoặc sai; không nhận kiểu "
                    + refused.getName() + ": bỏ giá trị này rồi thực hiện lại.");
        }
        return false;
    }

    @Override
    public void writeValue(TypedValue value, ValueFields fields) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TypedValue readValue(ValueFields fields, boolean deserialize, boolean asTransient) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TypedValue convertToTypedValue(UntypedValueImpl untyped) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getSerializationDataformat() {
        return null;
    }

    @Override
    public boolean isMutableValue(TypedValue value) {
        return false;
    }
}
