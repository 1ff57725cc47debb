import { QwcHotReloadElement, html, css } from 'qwc-hot-reload-element';
import { JsonRpc } from 'jsonrpc';
import { notifier } from 'notifier';
import { columnBodyRenderer, gridRowDetailsRenderer } from '@vaadin/grid/lit.js';
import '@vaadin/button';
import '@vaadin/grid';
import '@vaadin/grid/vaadin-grid-sort-column.js';
import '@vaadin/icon';
import '@vaadin/progress-bar';
import '@vaadin/select';
import '@vaadin/text-field';

const ALL = 'all';

/** The last report of the guard, and a way to capture a profile. */
export class QwcParityGuardReport extends QwcHotReloadElement {
    jsonRpc = new JsonRpc(this);

    static styles = css`
        :host { display: flex; flex-direction: column; height: 100%; gap: 10px; padding: 0 10px; }
        header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 10px; }
        header h4 { margin: 0; }
        header span { flex: 1; color: var(--lumo-secondary-text-color); }
        .filters { display: flex; flex-wrap: wrap; gap: 10px; }
        .filters vaadin-text-field { flex: 1; }
        vaadin-grid { flex: 1; min-height: 200px; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 0; padding: 4px 16px; }
        dt { color: var(--lumo-secondary-text-color); }
        dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
        .error { color: var(--lumo-error-text-color); }
        .warning, .unknown { color: var(--lumo-warning-text-color); }
        .agrees { color: var(--lumo-success-text-color); }`;

    static properties = {
        _report: { state: true },
        _text: { state: true },
        _service: { state: true },
        _status: { state: true },
        _opened: { state: true },
        _capturing: { state: true },
    };

    constructor() {
        super();
        this._report = undefined;
        this._text = '';
        this._service = ALL;
        this._status = ALL;
        this._opened = [];
        this._capturing = false;
    }

    connectedCallback() {
        super.connectedCallback();
        this.hotReload();
    }

    hotReload() {
        this.jsonRpc.report().then(answer => {
            this._report = answer.result ? JSON.parse(answer.result) : null;
        });
    }

    render() {
        if (this._report === undefined) {
            return html`<vaadin-progress-bar indeterminate></vaadin-progress-bar>`;
        }
        if (this._report === null || this._report.mode === 'off') {
            return html`<p>The guard is off: nothing was looked at.</p>`;
        }
        return html`${this._renderHeader()}${this._renderFilters()}${this._renderFindings()}`;
    }

    _renderHeader() {
        const { profile, mode, environment, counts, services } = this._report;
        const origin = profile && [profile.environment && `from ${profile.environment}`, profile.capturedAt?.slice(0, 10)]
            .filter(Boolean).join(', ');
        return html`
            <header>
                <h4>${profile ? `Profile “${profile.name}”` : 'No profile'}</h4>
                <b class="verdict ${this._report.agrees ? 'agrees' : counts.errors > 0 ? 'error' : 'warning'}">
                    ${this._verdict(counts)}</b>
                <span>${[origin && `captured ${origin}`, environment && `here ${environment}`, `mode ${mode}`,
                    `${services.length} services`].filter(Boolean).join(' · ')}</span>
                <vaadin-button theme="small" ?disabled=${this._capturing} @click=${() => this._capture()}>
                    <vaadin-icon icon="font-awesome-solid:camera" slot="prefix"></vaadin-icon>Capture a profile
                </vaadin-button>
            </header>`;
    }

    _verdict(counts) {
        const found = [[counts.errors, 'error'], [counts.warnings, 'warning'], [counts.unknowns, 'unknown'],
            [counts.agreeing, 'agreeing fact']];
        return found.filter(([count]) => count > 0)
            .map(([count, what]) => `${count} ${what}${count === 1 ? '' : 's'}`).join(', ');
    }

    _renderFilters() {
        const findings = this._report.findings;
        return html`
            <div class="filters">
                <vaadin-text-field placeholder="Search" clear-button-visible .value=${this._text}
                    @value-changed=${e => this._text = e.detail.value}></vaadin-text-field>
                ${this._renderChoice('Every service', '_service', findings.map(finding => finding.service))}
                ${this._renderChoice('Every outcome', '_status', findings.map(status))}
            </div>`;
    }

    _renderChoice(everything, property, values) {
        const items = [{ label: everything, value: ALL },
            ...[...new Set(values)].sort().map(value => ({ label: value, value }))];
        return html`<vaadin-select .items=${items} .value=${this[property]}
            @value-changed=${e => this[property] = e.detail.value}></vaadin-select>`;
    }

    _renderFindings() {
        return html`
            <vaadin-grid .items=${this._shown()} .detailsOpenedItems=${this._opened} theme="no-border row-stripes wrap-cell-content"
                @active-item-changed=${e => this._opened = e.detail.value ? [e.detail.value] : []}
                ${gridRowDetailsRenderer(finding => this._renderDetails(finding), [])}>
                <vaadin-grid-sort-column auto-width flex-grow="0" path="severity" header="Outcome"
                    ${columnBodyRenderer(finding => html`<b class=${status(finding)}>${status(finding)}</b>`, [])}>
                </vaadin-grid-sort-column>
                <vaadin-grid-sort-column auto-width flex-grow="0" path="service" header="Service"></vaadin-grid-sort-column>
                <vaadin-grid-sort-column path="fact" header="Fact" resizable></vaadin-grid-sort-column>
                <vaadin-grid-column path="expected" header="Expected" resizable></vaadin-grid-column>
                <vaadin-grid-column path="actual" header="Actual" resizable></vaadin-grid-column>
            </vaadin-grid>`;
    }

    _shown() {
        const text = this._text.toLowerCase();
        return this._report.findings.filter(finding =>
            (this._service === ALL || finding.service === this._service)
            && (this._status === ALL || status(finding) === this._status)
            && [finding.id, finding.service, finding.expected, finding.actual, finding.why]
                .some(word => word?.toLowerCase().includes(text)));
    }

    _renderDetails(finding) {
        const rows = [['why', finding.why], ['fix', finding.fix], ['from', finding.source], ['owner', finding.owner],
            ['runbook', finding.runbook], ['excused', finding.waiver?.reason],
            ['explains', finding.consequences.map(consequence => consequence.id).join('\n')]];
        return html`<dl>${rows.filter(([, value]) => value).map(([name, value]) =>
            html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
    }

    _capture() {
        this._capturing = true;
        this.jsonRpc.profile()
            .then(answer => {
                this._download(answer.result);
                notifier.showSuccessMessage('Captured. Read it before it becomes what every environment is compared with.');
            })
            .catch(() => notifier.showErrorMessage('The profile could not be captured.'))
            .finally(() => this._capturing = false);
    }

    _download(profile) {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob([profile], { type: 'application/json' }));
        link.download = 'parity-profile.json';
        link.click();
        URL.revokeObjectURL(link.href);
    }
}

/** What a person filters by: how bad a mismatch is, or why there is none. */
function status(finding) {
    if (finding.waiver) {
        return 'excused';
    }
    return finding.outcome === 'mismatch' ? finding.severity : finding.outcome;
}

customElements.define('qwc-parity-guard-report', QwcParityGuardReport);
