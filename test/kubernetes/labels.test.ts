import { describe, expect, test } from 'vitest';
import { labelsOf, selectorOf } from '../../kubernetes/labels.ts';

const grafana = { name: 'grafana', component: 'dashboards', folder: 'monitoring' };

describe('the labels of a workload', () => {
  test('say what it is, what it is for, where it belongs and who put it there', () => {
    expect(labelsOf(grafana)).toEqual({
      'app.kubernetes.io/name': 'grafana',
      'app.kubernetes.io/component': 'dashboards',
      'app.kubernetes.io/part-of': 'monitoring',
      'app.kubernetes.io/managed-by': 'armstead',
    });
  });

  test('contain all by which its pods are found', () => {
    expect(labelsOf(grafana)).toMatchObject(selectorOf(grafana));
  });
});

describe('the selector of a workload', () => {
  test('is its name and its folder, and nothing that could ever change', () => {
    expect(selectorOf(grafana)).toEqual({
      'app.kubernetes.io/name': 'grafana',
      'app.kubernetes.io/part-of': 'monitoring',
    });
  });

  test('finds no pod of a workload of the same name in another folder', () => {
    expect(labelsOf({ ...grafana, folder: 'shop' })).not.toMatchObject(selectorOf(grafana));
  });
});
