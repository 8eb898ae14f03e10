package kith.metadata.codec;

import java.util.Optional;
import kith.metadata.Component;
import tools.jackson.databind.node.ObjectNode;

/** Documents of one kind of component. Writing what was read gives an equal component. */
interface ComponentCodec<C extends Component> {

    /** The component, or empty when the reader gathered problems that leave none. */
    Optional<C> read(DocumentReader reader, DecodeContext context);

    void write(C component, ObjectNode document);
}
