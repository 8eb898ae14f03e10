import { Component, type ReactNode } from "react";
import { ErrorPanel } from "./states";

interface Props {
  /** A change of it (a new address, say) gives the content another chance. */
  at: string;
  children: ReactNode;
}

interface State {
  failure: Error | null;
  at: string;
}

/** Keeps a broken part from taking the page with it. */
export class Boundary extends Component<Props, State> {
  override state: State = { failure: null, at: this.props.at };

  static getDerivedStateFromError(failure: Error): Partial<State> {
    return { failure };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.at === state.at ? null : { failure: null, at: props.at };
  }

  override render(): ReactNode {
    if (this.state.failure === null) return this.props.children;
    return <ErrorPanel error={this.state.failure} onRetry={() => this.setState({ failure: null })} home="/" />;
  }
}
