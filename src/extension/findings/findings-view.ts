import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import {
  type FindingFilter,
  type FindingGroup,
  filteredFindings,
  findingFilterSchema,
  type Grouping,
  groupFindings,
  groupingSchema,
  isNarrowed,
  type LocatedFinding,
  plainFilter,
} from './finding-groups.ts';
import { findingItem, groupItem } from './finding-item.ts';
import type { FindingStore } from './finding-store.ts';

type Node = FindingGroup | LocatedFinding;

const memoryKeys = { grouping: 'findings.grouping', filter: 'findings.filter' } as const;

/** Milliseconds that changes are gathered for: a check of a workspace reports hundreds of files a second. */
const pace = 100;

export interface FindingsViewOptions {
  readonly store: FindingStore;
  /** Keeps grouping and filter for the workspace. */
  readonly memory: vscode.Memento;
  readonly render: Renderer;
}

/** The tree of everything that was found, under headings and narrowed as the user likes. */
export class FindingsView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #options: FindingsViewOptions;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<Node>;
  readonly #listener: vscode.Disposable;
  #groups: readonly FindingGroup[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(options: FindingsViewOptions) {
    this.#options = options;
    this.#view = vscode.window.createTreeView<Node>('factprobe.findings', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.#listener = options.store.onDidChange(() => {
      this.#timer ??= setTimeout(() => this.#update(), pace);
    });
    this.#update();
  }

  get grouping(): Grouping {
    return groupingSchema.parse(this.#options.memory.get(memoryKeys.grouping));
  }

  get filter(): FindingFilter {
    const kept = findingFilterSchema.safeParse(this.#options.memory.get(memoryKeys.filter) ?? {});
    return kept.data ?? plainFilter;
  }

  async group(by: Grouping): Promise<void> {
    await this.#options.memory.update(memoryKeys.grouping, by);
    this.#update();
  }

  async narrow(filter: FindingFilter): Promise<void> {
    await this.#options.memory.update(memoryKeys.filter, isNarrowed(filter) ? filter : undefined);
    this.#update();
  }

  /** What passes the filter, by file, then by text: what Next and Previous Finding go through. */
  findings(): readonly LocatedFinding[] {
    return filteredFindings(this.#options.store.all(), this.filter);
  }

  /** Selects a finding in the tree where the tree is seen. */
  async select(at: LocatedFinding): Promise<void> {
    if (!this.#view.visible) return;
    const found = this.#groups
      .flatMap(({ findings }) => findings)
      .find(({ uri, finding }) => uri === at.uri && finding === at.finding);
    if (found !== undefined) await this.#view.reveal(found, { select: true, focus: false });
  }

  /** Shows the tree and puts the keyboard there. */
  async focus(): Promise<void> {
    await vscode.commands.executeCommand('factprobe.findings.focus');
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const { render } = this.#options;
    return 'findings' in node ? groupItem(node, render) : findingItem(node, this.grouping, render);
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) return [...this.#groups];
    return 'findings' in node ? [...node.findings] : [];
  }

  getParent(node: Node): Node | undefined {
    if ('findings' in node) return undefined;
    return this.#groups.find(({ findings }) => findings.includes(node));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listener.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }

  #update(): void {
    this.#timer = undefined;
    const { render } = this.#options;
    const findings = this.findings();
    this.#groups = groupFindings(findings, this.grouping);
    const contradicted = findings.filter(({ finding }) => finding.verdict === 'contradicted').length;
    this.#view.badge =
      contradicted === 0
        ? undefined
        : { value: contradicted, tooltip: render(message('status.checked', { contradicted })) };
    const isFiltered = isNarrowed(this.filter);
    const isPartlySeen = isFiltered && findings.length > 0;
    this.#view.message = isPartlySeen
      ? render(message('findings.filtered', { findings: findings.length }))
      : '';
    void vscode.commands.executeCommand('setContext', 'factprobe.findingsFiltered', isFiltered);
    this.#changed.fire();
  }
}
