import * as oci from '@pulumi/oci';
import * as pulumi from '@pulumi/pulumi';
import type { CloudPlan } from '../plan/cloud-plan.ts';

/** What keeps the bill at nothing: a quota that refuses what is not free, and a mail at the first cent. */
export class Guards extends pulumi.ComponentResource {
  constructor(
    name: string,
    plan: Pick<CloudPlan, 'name' | 'tenancy' | 'quota' | 'budget'>,
    options?: pulumi.ComponentResourceOptions,
  ) {
    super('armstead:cloud:Guards', name, {}, options);
    if (plan.quota.length > 0) this.quota(plan);
    this.budget(plan);
    this.registerOutputs({});
  }

  private quota({ name, tenancy, quota }: Pick<CloudPlan, 'name' | 'tenancy' | 'quota'>): void {
    new oci.limits.Quota(
      'quota',
      {
        compartmentId: tenancy,
        name: `${name}-always-free`,
        description: 'Nothing beyond what Always Free gives',
        statements: [...quota],
      },
      { parent: this },
    );
  }

  private budget({ name, tenancy, budget }: Pick<CloudPlan, 'name' | 'tenancy' | 'budget'>): void {
    const { id } = new oci.budget.Budget(
      'budget',
      {
        compartmentId: tenancy,
        displayName: name,
        description: 'What the site may cost in a month',
        amount: budget.amount,
        resetPeriod: 'MONTHLY',
        targetType: 'COMPARTMENT',
        targets: [tenancy],
      },
      { parent: this },
    );
    new oci.budget.Rule(
      'first-cent',
      {
        budgetId: id,
        displayName: `${name}-first-cent`,
        type: 'ACTUAL',
        threshold: 0.01,
        thresholdType: 'ABSOLUTE',
        recipients: budget.mail,
        message: `${name} has begun to cost money.`,
      },
      { parent: this },
    );
  }
}
